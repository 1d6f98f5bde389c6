import {join} from 'node:path';
import {expect, expectTypeOf, test} from 'vitest';
import {printedAbout} from '../../tools/lint/planted.ts';
import {root} from '../../tools/tidy/tree.ts';
import type {Address} from '../storefronts/address.ts';
import {type Sealed, sealed} from './sealed.ts';
import {check, text} from './shape.ts';

test('a sealed address has no field of the address', () => {
  expectTypeOf<Sealed<Address>>().not.toHaveProperty('city');
  expectTypeOf<Sealed<Address>>().not.toExtend<Address>();
  expectTypeOf<Sealed<{a: string}>>().not.toExtend<Sealed<{b: number}>>();
});

test('what is not an envelope is refused, and an open value is none', () => {
  const shape = sealed(text({max: 10}));
  const values = [
    {key: 'shop', bytes: 'A'.repeat(38)},
    {key: 'shop', bytes: 'A'.repeat(37)},
    'Hamburg',
    {city: 'Hamburg'},
  ];
  expect(values.map((value) => check(shape, value).ok)).toEqual([true, false, false, false]);
});

const core = join(root, 'core');

/** A mutator with this body; `order` is what it found. */
function mutator(body: string): string {
  return `
    import {id} from '${core}/lib/id.ts';
    import {type Ending, defineMutator, done} from '${core}/sync/define.ts';
    export const act = defineMutator('orders.act', {orderId: id('order')}, async (tx, {orderId}): Ending => {
      const order = await tx.orders.get(orderId);
      if (!order) return done;
      ${body}
      return done;
    });`;
}

const planted: Readonly<Record<string, string>> = {
  'reads-the-city.ts': mutator("if (order.buyer.shipTo.city === 'Hamburg') return done;"),
  'opens-the-envelope.ts': mutator('await tx.vault.open(order.buyer);'),
  'asks-orders-by-key.ts': mutator("await tx.orders.byKey('name', 'a');"),
  'deletes-an-order.ts': mutator('await tx.orders.delete(orderId);'),
  'writes-a-wrong-status.ts': mutator("await tx.orders.update(orderId, {status: 'lost'});"),
  'carries-the-buyer.ts': mutator("await tx.orders.put({...order, status: 'held', buyer: order.buyer});"),
};

test('a mutator that reads personal data, or does what its table does not offer, does not compile', () => {
  const tsconfig = JSON.stringify({
    extends: join(core, 'tsconfig.json'),
    compilerOptions: {composite: false, noEmit: true, emitDeclarationOnly: false, declaration: false, rootDir: null},
    files: [...Object.keys(planted), join(core, 'globals.d.ts')],
    include: [],
  });
  const printed = printedAbout({...planted, 'tsconfig.json': tsconfig}, 'tsc', ['-p', '.', '--pretty', 'false']);
  const complaints = printed.split('\n').flatMap((line) => {
    const found = /^([\w-]+\.ts)\(.*(?:Property|Type) '"?(\w+)"?'/.exec(line);
    return found ? [`${found[1]}: ${found[2]}`] : [];
  });
  expect(complaints.toSorted()).toEqual([
    'asks-orders-by-key.ts: byKey',
    'deletes-an-order.ts: delete',
    'opens-the-envelope.ts: vault',
    'reads-the-city.ts: shipTo',
    'writes-a-wrong-status.ts: lost',
  ]);
});
