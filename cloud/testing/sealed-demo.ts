import {createCipheriv, randomBytes} from 'node:crypto';
import {demoShop} from '#core/demo/demo-shop.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import type {Buyer, Order} from '#core/orders/schema.ts';
import {monday} from '#core/testing/given.ts';
import type {TestRow} from './test-desk.ts';

export interface SealedDemo {
  readonly rows: readonly TestRow[];
  readonly orders: readonly Order[];
  /** Everything personal that was sealed: names, streets, mails, phones. */
  readonly personal: ReadonlySet<string>;
  /** What opens it. */
  readonly key: Buffer;
}

/** A demo shop as a desk keeps it: buyers sealed with AES-256-GCM under a key that only desks have. */
export function sealedDemo(orderCount: number): SealedDemo {
  const key = randomBytes(32);
  const seal = <T>(value: T): Sealed<T> => sealedUnder(key, value);
  const shop = demoShop({seed: 'sealed', orderCount, now: monday});
  const told = [...shop.batches()].flat();
  const orders = told.map((order): Order => ({
    ...order,
    lines: order.lines.map(({sku, title, quantity, unitPrice, totalMinor}) => {
      return {sku, title, quantity, unitPrice, totalMinor};
    }),
    buyer: seal(order.buyer),
  }));
  const personal = told.flatMap(({buyer}) => personalIn(buyer));
  return {
    key,
    orders,
    personal: new Set(personal),
    rows: [
      ...shop.businesses.map((row) => ['businesses', {...row, sender: seal(row.sender)}] as const),
      ...shop.storefronts.map((row) => ['storefronts', row] as const),
      ...shop.rateDays.map((row) => ['rateDays', row] as const),
      ...orders.map((row) => ['orders', row] as const),
      ...told.map(({id, buyer}) => ['buyers', {id: id as never, contact: seal(buyer) as never}] as const),
    ],
  };
}

function sealedUnder<T>(key: Buffer, value: T): Sealed<T> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const bytes = Buffer.concat([nonce, cipher.update(JSON.stringify(value)), cipher.final(), cipher.getAuthTag()]);
  return {key: 'shop', bytes: bytes.toString('base64url')};
}

function personalIn({name, email, phone, shipTo}: Buyer): readonly string[] {
  return [name, email, phone, shipTo.name, shipTo.street].filter((text) => text !== undefined);
}
