import {headerDigest} from '#core/intake/header-digest.ts';
import type {ImportFile, IntakeMemory} from '#core/intake/schema.ts';
import {must} from '#core/lib/assert.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {accountOf} from './file-account.ts';
import {type SessionFile, choiceOf} from './session-file.ts';
import type {PlannedFile} from './session-plan.ts';

const nameMax = 255;
const cellMax = 1_000;
const columnsMax = 5_000;
const unstorable = /[\0\p{Surrogate}]/gu;

/** What the row of an import says of one of its files. */
export function importFileOf(file: SessionFile, planned: PlannedFile | undefined): ImportFile {
  const reading = must(file.reading, 'a file that is kept was read');
  const {storefrontId} = choiceOf(file);
  const {totals, ...account} = accountOf(reading, planned?.refused ?? []);
  return {
    fileId: must(file.fileId, 'a file that was read has its hash'),
    name: storable(file.brought.name, nameMax),
    size: file.brought.blob.size,
    format: reading.format,
    ...(storefrontId === undefined || reading.kind === 'rates' ? {} : {storefrontId}),
    headerRow: reading.table.headerRow,
    header: reading.table.header.slice(0, columnsMax).map((cell) => storable(cell, cellMax)),
    ...account,
    totals: (Object.entries(totals) as [CurrencyCode, number][]).map(([currency, minor]) => ({currency, minor})),
  };
}

/** What is remembered for files with the header of this one; undefined where nothing was chosen. */
export function memoryOf(file: SessionFile): IntakeMemory | undefined {
  const choice = choiceOf(file);
  if (!file.reading || file.reading.kind === 'rates' || Object.keys(choice).length === 0) return undefined;
  const {mapping, ...rest} = choice;
  const id = headerDigest(file.reading.table.header);
  return {id, ...rest, ...(mapping ? {mapping: JSON.stringify(mapping)} : {})};
}

/** Text that a row can hold: what is cut off or in no Unicode text is seen in the file itself. */
function storable(text: string, max: number): string {
  return text.slice(0, max).replaceAll(unstorable, '\uFFFD');
}
