import {assert} from '#core/lib/assert.ts';

/**
 * Many texts as one argument of a statement, which takes them apart with `string_to_array($1, E'\n')`: an array of as many
 * texts costs both sides several times as much. JSON has no line ends but between its words, and ours has none there.
 */
export function toldLines(texts: readonly string[]): string {
  assert(!texts.some((text) => text.includes('\n')), 'texts of one line each');
  return texts.join('\n');
}
