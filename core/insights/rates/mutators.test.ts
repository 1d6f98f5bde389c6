import {expect, test} from 'vitest';
import type {CurrencyCode} from '../../money/currency.ts';
import type {RateDay} from '../../money/schema.ts';
import {callOf} from '../../sync/define.ts';
import {IntakeDesk} from '../../testing/intake-desk.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {removeTypedRate, typeRate} from './mutators.ts';

const [eur, usd, gbp] = ['EUR', 'USD', 'GBP'] as unknown as readonly [CurrencyCode, CurrencyCode, CurrencyCode];
const day = '2026-03-02' as LocalDate;
const dollar = {base: eur, currency: usd, units: 12_345, scale: 4};
const ecbDay: RateDay = {id: day, base: eur, source: 'ecb', quotes: [{currency: usd, units: 11, scale: 1}]};

async function kept(desk: IntakeDesk): Promise<readonly RateDay[]> {
  return desk.store.read((tx) => tx.range('rateDays', {limit: 10}));
}

test('a typed rate stands beside those of a file, and taking it back leaves the day as it was', async () => {
  const desk = await IntakeDesk.open();
  await desk.bringRates([ecbDay]);
  const [typed] = await desk.act(callOf(typeRate, {day, ...dollar}));
  const beside = await kept(desk);
  if (typed?.ok && typed.undo) await desk.act(typed.undo);
  expect([beside, await kept(desk)]).toEqual([[{...ecbDay, typed: [dollar]}], [ecbDay]]);
});

test('a rate for a day that has none makes the day, and removing it leaves no day behind', async () => {
  const desk = await IntakeDesk.open();
  await desk.act(callOf(typeRate, {day, ...dollar}));
  const alone = await kept(desk);
  await desk.act(callOf(removeTypedRate, {day, base: eur, currency: usd}));
  expect([alone, await kept(desk)]).toEqual([[{id: day, base: eur, source: 'typed', quotes: [], typed: [dollar]}], []]);
});

test('typing a pair again, either way round, takes the place of what was typed', async () => {
  const desk = await IntakeDesk.open();
  const turned = {base: usd, currency: eur, units: 9, scale: 1};
  await desk.act(callOf(typeRate, {day, ...dollar}), callOf(typeRate, {day, ...turned}));
  expect((await kept(desk)).map(({typed}) => typed)).toEqual([[turned]]);
});

test('a rate between one currency and itself, and the removal of one that nobody typed, are refused', async () => {
  const desk = await IntakeDesk.open();
  const outcomes = await desk.act(
    callOf(typeRate, {day, ...dollar, currency: eur}),
    callOf(removeTypedRate, {day, base: eur, currency: gbp}),
  );
  expect(outcomes.map((outcome) => !outcome.ok && outcome.fault.code)).toEqual([
    'rates.same_currency',
    'rates.not_typed',
  ]);
});

test('a rates file that is taken back leaves what was there before it, and what people typed', async () => {
  const desk = await IntakeDesk.open();
  await desk.act(callOf(typeRate, {day, ...dollar}));
  const before = await desk.seen();
  const importId = await desk.bringRates([ecbDay, {...ecbDay, id: '2026-03-03' as LocalDate}]);
  const during = await kept(desk);
  await desk.undo(importId);
  expect([during.map(({source, typed}) => [source, typed?.length]), await desk.seen()]).toEqual([
    [
      ['ecb', 1],
      ['ecb', undefined],
    ],
    before,
  ]);
});
