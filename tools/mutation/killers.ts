import {readdirSync} from 'node:fs';

const sync = 'core/sync';

/** What is asked for every planted fault, the quickest first: the first that fails ends the asking. Relative to the checkout. */
export function killers(root: string): readonly string[] {
  const slow = ['protocol', 'saver', 'replica'].map((name) => `${sync}/${name}.test.ts`);
  const quick = readdirSync(`${root}/${sync}`)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${sync}/${name}`)
    .filter((file) => !slow.includes(file));
  const stores = ['memory-store', 'memory-master'].map((name) => `core/testing/${name}.test.ts`);
  return [...quick.toSorted(), ...stores, ...slow, 'tools/mutation/seeds.ts'];
}
