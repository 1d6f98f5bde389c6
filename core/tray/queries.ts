import {id} from '../lib/id.ts';
import {defineQuery} from '../sync/define.ts';
import {type RowsNow, rowsNow} from './named-rows.ts';
import type {TrayItem} from './schema.ts';

export const trayShownMax = 500;
const walkedMax = 10_000;
/** A part of an import can have megabytes of arguments, and nobody reads them. */
const argsShownMax = 100_000;

/** An item with what is there now of what it is about. Long arguments are left out: `trayItemWhole` has them. */
export interface TrayItemShown extends Omit<TrayItem, 'args'> {
  readonly args?: string;
  readonly now: RowsNow;
}

/** What lies in the tray, the newest decision first; `count` counts also what is not shown. */
export const trayInFull = defineQuery(
  'tray.inFull',
  {},
  async (db): Promise<{readonly count: number; readonly items: readonly TrayItemShown[]}> => {
    const all = await db.trayItems.range({limit: walkedMax});
    const newest = all.toSorted(newestFirst).slice(0, trayShownMax);
    const shown = newest.map(({args, ...item}) => (args.length > argsShownMax ? item : {...item, args}));
    const now = await rowsNow(db, shown);
    return {count: all.length, items: shown.map((item, at) => ({...item, now: now[at] ?? {}}))};
  },
);

/** How many items lie in the tray. */
export const trayCount = defineQuery(
  'tray.count',
  {},
  async (db) => (await db.trayItems.range({limit: walkedMax})).length,
);

/** One item with all its arguments; null where somebody has dealt with it. */
export const trayItemWhole = defineQuery(
  'tray.itemWhole',
  {trayItemId: id('trayItem')},
  async (db, {trayItemId}) => (await db.trayItems.get(trayItemId)) ?? null,
);

/** Changes of one push are decided at one moment: then the later one comes first. */
function newestFirst(a: TrayItem, b: TrayItem): number {
  return b.decidedAt - a.decidedAt || b.at - a.at || b.by.n - a.by.n || (a.id < b.id ? -1 : 1);
}
