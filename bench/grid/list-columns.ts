/** The columns of the order list as plain arrays: what the peers are given, and what the floor fetches and parses. */
export interface ListColumns {
  readonly id: readonly string[];
  readonly number: readonly string[];
  readonly status: readonly string[];
  readonly storefrontId: readonly string[];
  readonly buyer: readonly string[];
  readonly city: readonly string[];
  readonly country: readonly string[];
  readonly items: readonly string[];
  readonly skus: readonly string[];
  readonly pieces: readonly number[];
  readonly currency: readonly string[];
  readonly total: readonly number[];
  readonly orderedAt: readonly number[];
  readonly shipBy: readonly number[];
  readonly tracking: readonly string[];
}

/** One row of them. */
export type ListRow = {readonly [C in keyof ListColumns]: ListColumns[C][number]};

/** Words that a person sees for what is stored; the page's own, in English. */
export interface Words {
  readonly status: Readonly<Record<string, string>>;
  readonly column: Readonly<Record<string, string>>;
  readonly tree: Readonly<Record<string, string>>;
}

/** Under which the peers find the columns and the words. */
export const columnsAddress = '/data/columns.json';
export const wordsAddress = '/data/words.json';

/**
 * Text as search compares it, told here a second time: a brute-force scan that used the product's own folding could not
 * find a fault in it.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** Everything of a row that search looks into. */
export function searchedText({number, buyer, city, items, skus, tracking}: ListRow): string {
  return folded([number, buyer, city, items, skus, tracking].join('\n'));
}

export function rowsOf(columns: ListColumns): ListRow[] {
  const names = Object.keys(columns) as (keyof ListColumns)[];
  return columns.id.map(
    (_, at) => Object.fromEntries(names.map((name) => [name, columns[name][at]])) as unknown as ListRow,
  );
}

/** Rows in the order of a column, ascending; equals by id. */
export function sortedBy(rows: readonly ListRow[], column: keyof ListRow): ListRow[] {
  const keys = new Map(rows.map((row) => [row, typeof row[column] === 'string' ? folded(row[column]) : row[column]]));
  return rows.toSorted((a, b) => {
    const [left = 0, right = 0] = [keys.get(a), keys.get(b)];
    if (left === right) return a.id < b.id ? -1 : 1;
    return left < right ? -1 : 1;
  });
}
