import {productIdOf} from '../../catalog/product-id.ts';
import {id} from '../../lib/id.ts';
import {list, text} from '../../lib/shape.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {type Db, defineQuery} from '../../sync/define.ts';
import {wantedOf} from '../packing/pieces.ts';
import {isSameCode} from '../packing-bench/scan.ts';
import {type OrderToPick, pickLinesOf} from './pick-lines.ts';
import {type Wave, wavesMax} from './schema.ts';

/** An open round and how far it is. */
export interface WaveNow {
  readonly wave: Wave;
  readonly packed: number;
  /** Of its orders so many are held or cancelled: nobody packs them now. */
  readonly stopped: number;
}

/** Open rounds, the oldest first, and the numbers of the day that are taken. */
export const wavesNow = defineQuery('waves.now', {}, async (db): Promise<readonly WaveNow[]> => {
  const open = await db.waves.byKey('byState', 'open');
  const told = await Promise.all(
    open.map(async (wave) => {
      const orders = await ordersOf(db, wave.orderIds);
      const packed = orders.filter(({status}) => status === 'shipped' || status === 'returned').length;
      const waiting = orders.filter(({status}) => status === 'released').length;
      return {wave, packed, stopped: orders.length - packed - waiting};
    }),
  );
  return told.toSorted((a, b) => a.wave.madeAt - b.wave.madeAt || (a.wave.id < b.wave.id ? -1 : 1));
});

/** The numbers of all rounds there ever were, for the next one. */
export const waveNumbers = defineQuery('waves.numbers', {}, async (db): Promise<readonly string[]> => {
  return (await db.waves.range({limit: wavesMax})).map(({number}) => number);
});

/** One round as it is picked: its orders, what is to be fetched, and where it lies. Null where there is none. */
export const waveToPick = defineQuery('waves.toPick', {waveId: id('wave')}, async (db, {waveId}) => {
  const wave = await db.waves.get(waveId);
  if (!wave) return null;
  const orders = await Promise.all((await ordersOf(db, wave.orderIds)).map((order) => withParcels(db, order)));
  const items = [...new Set(orders.flatMap(({order}) => wantedOf(order).map(({item}) => item)))];
  const products = (await db.products.getMany(items.map(productIdOf))).flatMap((product) => product ?? []);
  return {
    wave,
    orders: orders.map(({order}) => order),
    products,
    lines: pickLinesOf(orders, {products, totes: wave.totes}),
  };
});

/** The order that is picked into a tote with one of these codes; null where no open round knows it. */
export const orderInTote = defineQuery(
  'waves.inTote',
  {codes: list(text({min: 1, max: 80}), {max: 8})},
  async (db, {codes}): Promise<OrderId | null> => {
    const bound = (await db.waves.byKey('byState', 'open')).flatMap(({totes}) => totes);
    for (const code of codes) {
      const found = bound.find(({tote}) => isSameCode(tote, code));
      if (found) return found.orderId;
    }
    return null;
  },
);

async function ordersOf(db: Db, ids: readonly OrderId[]): Promise<readonly Order[]> {
  return (await db.orders.getMany(ids)).flatMap((order) => order ?? []);
}

async function withParcels(db: Db, order: Order): Promise<OrderToPick> {
  return {order, parcels: (await db.parcels.getMany(order.parcelIds ?? [])).flatMap((parcel) => parcel ?? [])};
}
