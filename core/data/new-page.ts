import type {Sealed, Vault} from '../lib/sealed.ts';
import type {AnyView} from '../lib/view.ts';
import type {Row} from '../schema.ts';
import type {NewPage, PackPage} from '../sync/page.ts';
import {type PageTexts, joinedTexts, openTexts, packClear, personalTextsOf} from './page-columns.ts';

/** The texts of a page that was made where nothing can be sealed: in the envelopes of its rows, in their order. */
interface EnvelopedTexts {
  readonly texts: PageTexts['texts'];
  readonly envelopes: readonly Sealed<unknown>[];
}

/** Rows as a page, made inside a transaction, so without a vault: what is personal stays in the envelopes it came in. */
export function newPage(view: AnyView, rows: readonly Row[]): NewPage {
  const {columns, texts: clear} = packClear(view, rows);
  const envelopeOf = view.personal as ((row: Row) => Sealed<unknown>) | undefined;
  const texts: EnvelopedTexts = {
    texts: clear,
    envelopes: envelopeOf ? rows.map((row) => envelopeOf(row)) : [],
  };
  return {rows, columns, texts};
}

/** Makes pages of whatever table one of the views shows. */
export function packerOf(views: readonly AnyView[]): PackPage {
  return (table, rows) => {
    const view = views.find((one) => one.table.name === table);
    return view && newPage(view, rows);
  };
}

/** Every text of a page as it rests, opened. */
export async function restedTexts(
  view: AnyView,
  rested: PageTexts | EnvelopedTexts,
  vault: Vault,
): Promise<Readonly<Record<string, string>>> {
  if (!('envelopes' in rested)) return {...rested.texts, ...(await openTexts(rested, vault))};

  const personals = await Promise.all(rested.envelopes.map((envelope) => vault.open(envelope)));
  const texts = personals.map((personal) => ({texts: personalTextsOf(view, personal)}));
  return {...rested.texts, ...joinedTexts(view, 'personal', texts)};
}
