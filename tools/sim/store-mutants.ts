import type {Mutant} from './mutants.ts';

const dexie = 'renderer/store/dexie-store.ts';
const reading = 'cloud/store/deciding-tx.ts';
const writing = 'cloud/store/write-rows.ts';

function mutant(name: string, file: string, ...texts: readonly (readonly [from: string, to: string])[]): Mutant {
  return {name, patches: texts.map(([from, to]) => ({file, from, to}))};
}

/** Deliberate faults in the stores that are shipped: seeds over those have to miss each of them. */
export const storeMutants: readonly Mutant[] = [
  mutant('the last of the outbox is let go of', 'renderer/store/kept-outbox.ts', [
    'upTo < last ? upTo : last - 1];',
    'upTo];',
  ]),
  mutant('pages that were added are not looked for', dexie, [
    'for (const head of await headsFrom(transaction, table, ids.pages)) ids.add(head);',
    '',
  ]),
  mutant('what was forgotten of a page is there again', dexie, [
    'if (isPaged) await this.#put(transaction, table, {id, gone: true});\n        else await',
    'await',
  ]),
  mutant('the master keeps rows that were deleted', writing, [
    'of byTable(gone)) {',
    'of byTable(gone.slice(9_999))) {',
  ]),
  mutant('the master finds rows by what they were', writing, [
    'delete from row_keys where shop_id = $1',
    'delete from row_keys where false and shop_id = $1',
  ]),
  mutant('the master forgets how far a line is decided', reading, [
    'do update set last_n = excluded.last_n, last_hash = excluded.last_hash',
    'do nothing',
  ]),
  mutant('the master tells the log from one group later', 'cloud/store/postgres-master.ts', [
    'last > $2 order by last limit $4',
    'last > $2 + 1 order by last limit $4',
  ]),
];
