import {must} from '../lib/assert.ts';
import type {Group, LogPlace} from './group.ts';

interface Recent {
  readonly before: LogPlace;
  readonly group: Group;
  readonly units: number;
}

interface Shop {
  readonly recent: Recent[];
  units: number;
}

const unitsPerShopMost = 256 * 1024;
const unitsMost = 64 * 1024 * 1024;
/** What a group takes beside its parts. */
const unitsBeside = 1_000;

/**
 * The last groups of shops, in memory: after a decision all desks of its shop ask for it at once. Only what was kept is told to it,
 * in order, and a shop of which it is not known whether a decision was kept is forgotten.
 */
export class RecentGroups {
  /** Those that were decided in most lately come last. */
  readonly #shops = new Map<string, Shop>();
  #units = 0;

  kept(shopId: string, before: LogPlace, group: Group): void {
    const known = this.#shops.get(shopId);
    const last = known?.recent.at(-1);
    const goesOn = last?.group.hash === before.hash && last.before.epoch === before.epoch;
    if (!goesOn) this.forget(shopId);
    const shop = (goesOn && known) || {recent: [], units: 0};
    const units = group.parts.reduce((sum, {body = ''}) => sum + body.length, unitsBeside);
    shop.recent.push({before, group, units});
    this.#count(shop, units);
    while (shop.units > unitsPerShopMost)
      this.#count(shop, -must(shop.recent.shift(), 'a group that takes room').units);
    this.#shops.delete(shopId);
    if (shop.recent.length > 0) this.#shops.set(shopId, shop);
    for (const one of this.#shops.keys()) {
      if (this.#units <= unitsMost) return;
      this.forget(one);
    }
  }

  forget(shopId: string): void {
    const shop = this.#shops.get(shopId);
    if (shop) this.#count(shop, -shop.units);
    this.#shops.delete(shopId);
  }

  /** All groups behind a place; undefined where they are not here, or there are none. */
  behind(shopId: string, {epoch, seq, hash}: LogPlace): readonly Group[] | undefined {
    const recent = this.#shops.get(shopId)?.recent ?? [];
    const at = recent.findIndex(({before}) => before.seq === seq && before.hash === hash && before.epoch === epoch);
    return at < 0 ? undefined : recent.slice(at).map(({group}) => group);
  }

  #count(shop: Shop, units: number): void {
    shop.units += units;
    this.#units += units;
  }
}
