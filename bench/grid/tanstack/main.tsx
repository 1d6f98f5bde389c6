import {useMemo, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {
  type ListColumns,
  type ListRow,
  type Words,
  columnsAddress,
  folded,
  rowsOf,
  searchedText,
  sortedBy,
  wordsAddress,
} from '../list-columns.ts';
import {type PlainColumn, plainColumns} from './columns.tsx';
import {PlainList, type PlainSort} from './plain-list.tsx';

interface Texts {
  readonly row: ListRow;
  readonly text: string;
}

interface PageProps {
  readonly rows: readonly ListRow[];
  readonly columns: readonly PlainColumn[];
}

/** A list with a search field over an array of rows: what one writes who has no database. */
function Page({rows, columns}: PageProps) {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<PlainSort>({column: 'orderedAt', direction: 'descending'});
  const sorted = useMemo((): readonly Texts[] => {
    const ascending = sortedBy(rows, sort.column);
    const ordered = sort.direction === 'ascending' ? ascending : ascending.toReversed();
    return ordered.map((row) => ({row, text: texts.get(row) ?? ''}));
  }, [rows, sort]);
  const found = useMemo(() => {
    const words = folded(search).split(/\s+/).filter(Boolean);
    return sorted.filter(({text}) => words.every((word) => text.includes(word))).map(({row}) => row);
  }, [sorted, search]);
  const sortBy = (column: keyof ListRow): void =>
    setSort((before) => {
      const again = before.column === column && before.direction === 'ascending';
      return {column, direction: again ? 'descending' : 'ascending'};
    });
  return (
    <>
      <input type="search" aria-label="Search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <PlainList rows={found} columns={columns} sort={sort} onSort={sortBy} />
    </>
  );
}

const [columns, words] = await Promise.all(
  [columnsAddress, wordsAddress].map(async (address) => (await fetch(address)).json() as Promise<unknown>),
);
const rows = rowsOf(columns as ListColumns);
const texts = new Map(rows.map((row) => [row, searchedText(row)]));
const root = document.getElementById('root');
if (root) createRoot(root).render(<Page rows={rows} columns={plainColumns(words as Words)} />);
