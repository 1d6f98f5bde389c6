import {afterEach, beforeEach, expect, test} from 'vitest';
import {emptyDesk} from '../testing/in-process.ts';
import {closeDesks, givenDesk, imported, ordersIn, startedAgain} from './testing/given-desk.ts';
import {textFile} from './testing/intake-desk.ts';
import {numbered, shopifyText} from './testing/shopify-text.ts';

/** More than can be kept before anybody hears of it. */
const many = 12_000;

beforeEach(emptyDesk);
afterEach(closeDesks);

test('a desk that is killed in the middle of an import says so at its next start, and takes it back', async () => {
  const desk = await givenDesk();
  await imported(desk, shopifyText(numbered(3)));
  const before = await desk.found();
  await desk.ask('intake.clear', null);
  await desk.bring(textFile('more.csv', shopifyText(numbered(many, 5001))));
  await desk.ask('intake.accept', null);
  await desk.until(({progress}) => progress?.unit === 'orders' && progress.done > 0);
  desk.close();

  const next = await startedAgain();
  const {unfinished} = await next.until((state) => state.unfinished !== undefined);
  const written = (await ordersIn(next)).length - 3;
  const undone = await next.ask('intake.undo', {importId: unfinished?.importId ?? ''});

  expect([unfinished?.orders, undone]).toEqual([written, {undone: written, left: 0}]);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(many);
  const {files, ...rows} = await next.found();
  const {files: filesBefore, ...rowsBefore} = before;
  expect([rows, next.state.unfinished]).toEqual([rowsBefore, undefined]);
  expect([files?.length, filesBefore?.length]).toEqual([2, 1]);
});

test('an import that came to its end is not offered at the next start', async () => {
  const desk = await givenDesk();
  await imported(desk, shopifyText(numbered(3)));
  desk.close();

  const next = await startedAgain();
  expect((await next.ask('intake.look', null)).unfinished).toBeUndefined();
});

test('leaving the shop in the middle of an import reports nothing, and the import is offered when it is opened again', async () => {
  const desk = await givenDesk();
  await desk.ask('shops.makeDemo', {seed: 'kranich', orderCount: 1});
  await desk.ask('shops.open', {kind: 'own'});
  await imported(desk, shopifyText(numbered(3)));
  await desk.ask('intake.clear', null);
  await desk.bring(textFile('more.csv', shopifyText(numbered(many, 5001))));
  await desk.ask('intake.accept', null);
  await desk.until(({progress}) => progress?.unit === 'orders' && progress.done > 0);
  // At once, for the import would come to its end meanwhile.
  await desk.ask('shops.open', {kind: 'demo'});
  const left = desk.state.phase;
  await desk.ask('shops.open', {kind: 'own'});
  await desk.ask('intake.look', null);
  const {unfinished} = await desk.until((state) => state.unfinished !== undefined);

  expect([left, (unfinished?.orders ?? 0) > 0, desk.bugs]).toEqual(['idle', true, []]);
});
