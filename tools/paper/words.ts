import {readFileSync} from 'node:fs';
import type {Words} from '#core/shipping/documents/words.ts';
import {must} from '#core/lib/assert.ts';
import {inRoot} from '../run/places.mjs';

/** The languages that documents can be written in. */
export const languages: readonly string[] = ['en', 'zh-CN'];

/** The words of paper in a language, out of the files that the desk reads too. */
export function wordsIn(language: string): Words {
  const tree: unknown = JSON.parse(readFileSync(inRoot('assets', 'locales', language, 'paper.json'), 'utf8'));
  const plural = new Intl.PluralRules(language);
  return (word, values = {}) => {
    const form = typeof values['count'] === 'number' ? `${word}_${plural.select(values['count'])}` : word;
    const said = must(at(tree, form) ?? at(tree, word), `the words of paper have ${word}`);
    return said.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function at(tree: unknown, path: string): string | undefined {
  let found: unknown = tree;
  for (const step of path.split('.'))
    found = typeof found === 'object' && found ? (found as Record<string, unknown>)[step] : undefined;
  return typeof found === 'string' ? found : undefined;
}
