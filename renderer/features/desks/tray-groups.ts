import type {TrayItemShown} from '#core/tray/queries.ts';

/** Changes of one act, in the order of the newest of them. */
export interface TrayGroup {
  readonly id: string;
  readonly items: readonly TrayItemShown[];
}

/** What one person did at once stands together; everything else alone. */
export function groupsOf(items: readonly TrayItemShown[]): readonly TrayGroup[] {
  const groups = new Map<string, TrayItemShown[]>();
  for (const item of items) {
    const key = item.batch === undefined ? item.id : `${item.by.replica} ${item.batch}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([id, some]) => ({id, items: some}));
}
