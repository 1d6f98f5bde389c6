import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {check} from '#core/lib/shape.ts';
import {sealed} from '#core/lib/sealed.ts';
import {type Buyer, buyerShape} from '#core/orders/schema.ts';
import {newShopKey, webVault} from './web-vault.ts';

const buyer: Buyer = {
  email: 'chie@example.com',
  shipTo: {name: '田中 千絵', street: '本町 1-2-3', city: '大阪市', postalCode: '541-0053', country: 'JP'},
};

test('what a shop sealed, it opens again, and the envelope has the shape that tables ask for', async () => {
  const shopKey = newShopKey();
  const [vault, later] = [await webVault(shopKey), await webVault(shopKey)];
  const envelope = await vault.seal(buyer);
  expect(check(sealed(buyerShape), envelope)).toEqual({ok: true, value: envelope});
  expect([await vault.open(envelope), await later.open(envelope)]).toEqual([buyer, buyer]);
});

test('a long value is packed before it is sealed, and opens as it was', async () => {
  const shopKey = newShopKey();
  const [vault, later] = [await webVault(shopKey), await webVault(shopKey)];
  const rows = Array.from({length: 2_000}, (_, at) => ({row: at, cells: ['田中', 'WHITE HANGING HEART', '2.55']}));
  const envelope = await vault.seal(rows);
  expect([await vault.open(envelope), await later.open(envelope)]).toEqual([rows, rows]);
  expect(envelope.bytes.length).toBeLessThan(JSON.stringify(rows).length / 4);
});

test('any bytes come back as they were', async () => {
  const vault = await webVault(newShopKey());
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({maxLength: 200}), async (bytes) => {
      const opened = await vault.openBytes(await vault.sealBytes(Uint8Array.from(bytes)));
      expect([...opened]).toEqual([...bytes]);
    }),
  );
});

test('the same value is never sealed the same twice, and nothing of it can be read', async () => {
  const vault = await webVault(newShopKey());
  const envelopes = await Promise.all(Array.from({length: 600}, () => vault.seal(buyer)));
  const nonces = envelopes.map(({bytes}) => bytes.slice(0, 16));
  const clear = envelopes.filter(({bytes}) => Buffer.from(bytes, 'base64url').includes('chie'));
  expect([new Set(nonces).size, clear]).toEqual([600, []]);
});

test('a person is recognised by a digest that is the same on every desk of the shop and on no other', async () => {
  const shopKey = newShopKey();
  const vaults = await Promise.all([shopKey, shopKey, newShopKey()].map(webVault));
  const digests = await Promise.all(vaults.map((vault) => vault.digest('chie@example.com')));
  expect([digests[0] === digests[1], digests[0] === digests[2], digests[0]?.length]).toEqual([true, false, 43]);
});

test('the digest of a person is the same for ever', async () => {
  const vault = await webVault(new Uint8Array(32).fill(7));
  expect(await vault.digest('chie@example.com')).toBe('2RnIm9OZvPuaYPoxLcx7M4Xxc5QTKQRQMmHGwuoP0b8');
});

test('a change of any byte is refused, and so is every other key', async () => {
  const vault = await webVault(newShopKey());
  const bytes = await vault.sealBytes(new TextEncoder().encode('tea'));
  const opened = await Promise.allSettled(
    Array.from(bytes, (byte, at) => vault.openBytes(bytes.with(at, byte ^ 1) as Uint8Array<ArrayBuffer>)),
  );
  const other = await webVault(newShopKey());
  expect(opened.map(({status}) => status)).toEqual(Array.from(bytes, () => 'rejected'));
  await expect(other.openBytes(bytes)).rejects.toMatchObject({name: 'OperationError'});
  await expect(other.open(await vault.seal(buyer))).rejects.toMatchObject({name: 'OperationError'});
  expect(new TextDecoder().decode(await vault.openBytes(bytes))).toBe('tea');
});

test('an envelope that names another key is not even tried', async () => {
  const vault = await webVault(newShopKey());
  const envelope = {...(await vault.seal(buyer)), key: 'another'};
  await expect(vault.open(envelope)).rejects.toThrow('sealed under the key of this shop');
});
