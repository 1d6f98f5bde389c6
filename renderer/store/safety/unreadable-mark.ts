import type {Disk} from '#core/journal/disk.ts';
import type {ShopKind} from '#core/journal/marker.ts';

/**
 * A store can open and be damaged in a part that nobody reads for days. Whoever meets that part leaves this mark, and the next
 * start builds the store anew.
 */
function pathOf(kind: ShopKind): string {
  return `${kind}/unreadable`;
}

export async function markUnreadable(disk: Disk, kind: ShopKind): Promise<void> {
  await disk.replace(pathOf(kind), new TextEncoder().encode('1'));
}

export async function isMarkedUnreadable(disk: Disk, kind: ShopKind): Promise<boolean> {
  return (await disk.read(pathOf(kind))) !== undefined;
}

export async function unmark(disk: Disk, kind: ShopKind): Promise<void> {
  await disk.remove(pathOf(kind));
}
