import {expect, test} from 'vitest';
import {registry} from '../registry.ts';
import {type Call, callOf} from '../sync/define.ts';
import {Replica} from '../sync/replica.ts';
import {monday} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {describeProduct, teachBarcode} from './mutators.ts';
import {productIdOf} from './product-id.ts';
import {barcodesMax} from './schema.ts';

test('a product learns its barcodes, each once, and forgets the one that is taken back', async () => {
  const store = new MemoryStore();
  await store.write((tx) => tx.put('products', {id: productIdOf('TEA'), sku: 'TEA', title: 'Tea'}));
  const replica = new Replica(store, registry.mutators);
  const act = async (call: Call) => (await replica.mutate([call], {at: monday}, () => undefined))[0];
  const known = async () => (await store.read((tx) => tx.get('products', productIdOf('TEA'))))?.barcodes;
  const teach = (barcode: string, sku = 'TEA') => act(callOf(teachBarcode, {sku, barcode}));

  await teach('4006381333931');
  const second = await teach('B-2');
  await teach('B-2');
  const taught = await known();
  if (second?.ok && second.undo) await act(second.undo);
  const left = await known();
  for (let more = 1; more < barcodesMax; more += 1) await teach(`M-${more}`);
  const full = await teach('one more');
  expect([taught, left, full, await teach('1', 'NONE')]).toEqual([
    ['4006381333931', 'B-2'],
    ['4006381333931'],
    {ok: false, fault: {code: 'catalog.too_many_barcodes', values: {sku: 'TEA', max: barcodesMax}}},
    {ok: false, fault: {code: 'catalog.product_not_found', values: {sku: 'NONE'}}},
  ]);
});

test('what a seller tells of a product stands until it is told otherwise, and is taken back as it was', async () => {
  const store = new MemoryStore();
  await store.write((tx) => tx.put('products', {id: productIdOf('TEA'), sku: 'TEA', title: 'Tea', barcodes: ['1']}));
  const replica = new Replica(store, registry.mutators);
  const act = async (call: Call) => (await replica.mutate([call], {at: monday}, () => undefined))[0];
  const known = async () => store.read((tx) => tx.get('products', productIdOf('TEA')));
  await act(callOf(describeProduct, {sku: 'TEA', title: 'Other', facts: {bin: 'A-2', weightGrams: 120}}));
  const second = await act(callOf(describeProduct, {sku: 'TEA', title: 'Tea', facts: {bin: 'A-10', hsCode: '090210'}}));
  const now = await known();
  if (second?.ok && second.undo) await act(second.undo);
  await act(callOf(describeProduct, {sku: 'CUP', title: 'A cup', facts: {bin: 'B-1'}}));
  const fresh = await store.read((tx) => tx.get('products', productIdOf('CUP')));
  const product = {id: productIdOf('TEA'), sku: 'TEA', title: 'Tea', barcodes: ['1']};
  expect([now, await known(), fresh]).toEqual([
    {...product, bin: 'A-10', hsCode: '090210'},
    {...product, bin: 'A-2', weightGrams: 120},
    {id: productIdOf('CUP'), sku: 'CUP', title: 'A cup', bin: 'B-1'},
  ]);
});
