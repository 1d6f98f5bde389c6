import {findingAt, isTestCode, type Finding, type Rule, type SourceFile} from '../source-file.ts';
import {tokensOf, type Token} from '../tokens.ts';

/**
 * A mutator runs inside one transaction, which closes as soon as anything else is waited for: so it awaits `tx`, or a
 * call that is handed `tx`, and nothing else.
 */
export const mutatorsAwaitTx: Rule = {
  name: 'mutators-await-tx',
  check: (files) => files.filter((file) => /^core\/(.+\/)?mutators\.ts$/.test(file.path)).flatMap(foreignAwaits),
};

function foreignAwaits(file: SourceFile): Finding[] {
  const tokens = tokensOf(file);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'name' || token.text !== 'await' || awaitsTx(tokens, index + 1)) return [];
    const says = 'A mutator awaits nothing but tx: any other wait closes its transaction.';
    return [findingAt('mutators-await-tx', file, token.start, says)];
  });
}

function awaitsTx(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.text === 'tx') return tokens[index + 1]?.text === '.';
  let at = index;
  while (tokens[at]?.kind === 'name' || tokens[at]?.text === '.') at++;
  if (tokens[at]?.text !== '(' || at === index) return false;
  for (let depth = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'name' && token.text === 'tx') return true;
    if (token?.kind === 'punctuation' && token.text === '(') depth++;
    if (token?.kind === 'punctuation' && token.text === ')' && --depth === 0) return false;
  }
  return false;
}

/** The boundaries of core where something foreign may throw; each turns it into a fault in one place. */
const boundaries: readonly string[] = [
  'core/lib/parsed-json.ts',
  // Intl throws on a time zone the host does not know, and there is no other way to ask.
  'core/time/zone.ts',
  // A text from elsewhere need not be JSON.
  'core/lib/parsed-json.ts',
  // A file somebody brings may be gone, or in use, at any moment: its host rejects.
  'core/intake/table/steady-source.ts',
  // The libraries that unpack and read workbooks throw at whatever is damaged.
  'core/intake/table/zip-archive.ts',
  'core/intake/table/xls-table.ts',
  'core/paper/unzlib.ts',
  // A bug of one mutator, met where the changes of others wait behind it: it is parked, and they go on.
  'core/sync/run-over.ts',
  // Those who wait for a row are told why there is none; the one who reads throws on.
  'core/sync/row-cache.ts',
];

/**
 * An exception inside core is a bug, and a bug is never caught in order to go on. `finally` may tidy up after it, and a
 * promise that nobody awaits hands it on by `.catch(report)`.
 */
export const noCatchInCore: Rule = {
  name: 'no-catch-in-core',
  check: (files) =>
    files
      .filter((file) => file.path.startsWith('core/') && !isTestCode(file.path) && !boundaries.includes(file.path))
      .flatMap((file) => {
        const tokens = tokensOf(file);
        const says = 'Core returns faults; catch stands at its named boundaries only.';
        return tokens.flatMap((token, index) =>
          catches(tokens, index) ? [findingAt('no-catch-in-core', file, token.start, says)] : [],
        );
      }),
};

function catches(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1]?.text, tokens[index], tokens[index + 1]?.text];
  if (token?.kind !== 'name' || token.text !== 'catch') return false;
  if (before === '}') return true;
  if (before !== '.' && before !== '?.') return false;
  const closing = tokens.findIndex((each, at) => at > index && each.text === ')');
  return after === '(' && !/^#?report$/.test(tokens[closing - 1]?.text ?? '');
}
