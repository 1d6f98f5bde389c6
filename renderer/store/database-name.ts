import type {ShopKind} from '#core/journal/marker.ts';

/** The database of a shop. Its name is for ever: the data is found by it. */
export function databaseOf(kind: ShopKind): string {
  return `tradewind-${kind}`;
}
