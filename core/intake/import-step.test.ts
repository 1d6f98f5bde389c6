import {expect, test} from 'vitest';
import {productIdOf} from '../catalog/product-id.ts';
import {idFromName} from '../lib/id.ts';
import {callOf} from '../sync/define.ts';
import {IntakeDesk} from '../testing/intake-desk.ts';
import {sealedOpenly} from '../testing/open-vault.ts';
import {beginImport, endImport, importOrders} from './mutators.ts';
import {redoStep, undoStep} from './undo-step.ts';

const counts = {new: 0, changed: 0, unchanged: 0, conflicting: 0};
const [first, second] = ['first', 'second'].map((name) => idFromName('import', name)) as [
  ReturnType<typeof idFromName<'import'>>,
  ReturnType<typeof idFromName<'import'>>,
];
const tea = {id: productIdOf('TEA-1'), sku: 'TEA-1', title: 'Green tea'};
const pot = {id: productIdOf('POT-1'), sku: 'POT-1', title: 'Teapot'};
const ida = {id: idFromName('buyer', 'ida'), contact: sealedOpenly({name: 'Ida Björk', email: 'ida@example.com'})};

/** An import of no order that tells of some products and one buyer. */
async function grown(desk: IntakeDesk, importId: typeof first, products: readonly (typeof tea)[]): Promise<void> {
  await desk.act(
    callOf(beginImport, {importId, files: [], counts}),
    callOf(importOrders, {importId, step: 0, orders: [], products, buyers: [ida]}),
    callOf(endImport, {importId, status: 'kept'}),
  );
}

async function known(desk: IntakeDesk): Promise<readonly string[]> {
  return desk.store.read(async (tx) => {
    const products = await tx.range('products', {limit: 10});
    const buyers = await tx.range('buyers', {limit: 10});
    return [...products.map(({sku}) => sku).toSorted(), ...buyers.map(({id}) => (id === ida.id ? 'Ida' : '?'))];
  });
}

test('products and buyers that only an undone import has told of go with it and come back with it', async () => {
  const desk = await IntakeDesk.open();
  await grown(desk, first, [tea, pot]);
  await desk.act(callOf(undoStep, {importId: first, step: 0}));
  const undone = await known(desk);
  await desk.act(callOf(redoStep, {importId: first, step: 0}));
  expect([undone, await known(desk)]).toEqual([[], ['POT-1', 'TEA-1', 'Ida']]);
});

test('what a second import has told of too stays when the first is undone', async () => {
  const desk = await IntakeDesk.open();
  await grown(desk, first, [tea, pot]);
  await grown(desk, second, [tea]);
  await desk.act(callOf(undoStep, {importId: first, step: 0}));
  expect(await known(desk)).toEqual(['TEA-1', 'Ida']);
});

test('a step is written once, in its turn, while its import is being kept, and undone once', async () => {
  const desk = await IntakeDesk.open();
  const step = (at: number) => callOf(importOrders, {importId: first, step: at, orders: [], products: [], buyers: []});
  const outcomes = await desk.act(
    step(0),
    callOf(beginImport, {importId: first, files: [], counts}),
    callOf(beginImport, {importId: first, files: [], counts}),
    step(1),
    step(0),
    step(0),
    callOf(endImport, {importId: first, status: 'kept'}),
    step(1),
    callOf(redoStep, {importId: first, step: 0}),
    callOf(undoStep, {importId: first, step: 0}),
    callOf(undoStep, {importId: first, step: 0}),
    callOf(undoStep, {importId: first, step: 1}),
  );
  expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.fault.code.slice('intake.'.length)))).toEqual([
    'import_not_found',
    'done',
    'already_there',
    'step_out_of_turn',
    'done',
    'step_out_of_turn',
    'done',
    'import_ended',
    'step_not_undone',
    'done',
    'step_undone_already',
    'step_not_found',
  ]);
});
