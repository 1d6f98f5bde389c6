import {must} from '../lib/assert.ts';
import type {Vault} from '../lib/sealed.ts';
import type {AnyView} from '../lib/view.ts';
import type {Row} from '../schema.ts';
import type {PageTexts} from '../sync/page.ts';
import type {Store} from '../sync/store.ts';
import {type RowValues, isSealedTexts, joinedTexts, openTexts, packTexts, textsOf} from './page-columns.ts';
import type {ViewColumns} from './view-columns.ts';

/** Few, so that what a person asks for in between is not kept waiting. */
const pagesPerRead = 16;

interface Host {
  readonly store: Store;
  readonly vault: Vault;
}

type Texts = Pick<RowValues, 'texts'>;

/** Fills in the texts of segments that came without them: of pages from the store, of loose rows from the rows. */
export async function fillTexts(host: Host, columns: ViewColumns, segments: readonly number[]): Promise<void> {
  const {loose, set} = columns;
  for (const segment of segments.filter((one) => loose.has(one))) await fillLoose(host, columns, segment);
  const pages = segments.filter((one) => !loose.has(one));
  for (let at = 0; at < pages.length; at += pagesPerRead) {
    // Somebody may have been in a hurry for some of them.
    await fillPages(host, columns, set.stillMissing(pages.slice(at, at + pagesPerRead)));
  }
}

/** The personal values of rows, opened together. */
export async function openPersonal(view: AnyView, rows: readonly Row[], vault: Vault): Promise<readonly unknown[]> {
  const personalOf = view.personal as ((row: Row) => Parameters<Vault['open']>[0]) | undefined;
  return personalOf ? Promise.all(rows.map((row) => vault.open(personalOf(row)))) : [];
}

/** As they rest; or made now that somebody looks, and kept for the next start. */
async function fillPages({store, vault}: Host, columns: ViewColumns, segments: readonly number[]): Promise<void> {
  const {table, view, set} = columns;
  const pages = segments.map((segment) => columns.pageOf(segment));
  const found = await store.pageTexts(table, pages);
  const made: PageTexts[] = [];
  for (const [at, segment] of segments.entries()) {
    const rested = found[at]?.texts;
    if (isSealedTexts(rested)) set.fillTexts(segment, {...rested.texts, ...(await openTexts(rested, vault))});
    else {
      const rows = await store.read((tx) => tx.getMany(table, set.idsOf(segment)));
      const texts = await textsOfRows(view, rows, vault);
      set.fillTexts(segment, joined(view, texts));
      made.push({page: must(pages[at], 'a page of each'), texts: await packTexts(view, texts, vault)});
    }
  }
  if (made.length > 0) await store.putPageTexts(table, made);
}

async function fillLoose({vault}: Host, {loose, set, view}: ViewColumns, segment: number): Promise<void> {
  const rows = loose.get(segment);
  if (!rows) return;

  set.fillTexts(segment, joined(view, await textsOfRows(view, rows, vault)));
  loose.delete(segment);
}

/** The texts of each row; those of one that is gone nobody will see. */
async function textsOfRows(view: AnyView, rows: readonly (Row | undefined)[], vault: Vault): Promise<readonly Texts[]> {
  const there = rows.flatMap((row) => row ?? []);
  const personals = await openPersonal(view, there, vault);
  const texts = new Map(there.map((row, at) => [row, textsOf(view, row, personals[at])]));
  return rows.map((row) => ({texts: (row && texts.get(row)) ?? {}}));
}

function joined(view: AnyView, texts: readonly Texts[]): Readonly<Record<string, string>> {
  return {...joinedTexts(view, 'text', texts), ...joinedTexts(view, 'personal', texts)};
}
