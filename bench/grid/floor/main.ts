import {type ListColumns, columnsAddress} from '../list-columns.ts';

declare global {
  interface Window {
    /** Milliseconds since the navigation until the columns were fetched and parsed, and how many rows they hold. */
    parsed: Promise<{readonly at: number; readonly rows: number}>;
  }
}

/** The physical floor of a start: every list column in one file, fetched and parsed, nothing drawn. */
window.parsed = (async () => {
  const columns = (await (await fetch(columnsAddress)).json()) as ListColumns;
  return {at: performance.now(), rows: columns.id.length};
})();
