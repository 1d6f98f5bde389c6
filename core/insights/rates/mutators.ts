import {fail} from '../../lib/result.ts';
import {integer, list, object, pattern} from '../../lib/shape.ts';
import type {CurrencyCode} from '../../money/currency.ts';
import type {RateDay, TypedRate} from '../../money/schema.ts';
import {type Ending, type Tx, callOf, defineMutator, doneWith} from '../../sync/define.ts';
import type {LocalDate} from '../../time/local-date.ts';

const day = pattern<LocalDate>(/^\d{4}-\d{2}-\d{2}$/);
const currency = pattern<CurrencyCode>(/^[A-Z]{3}$/);
const rate = {
  base: currency,
  currency,
  units: integer({min: 1, max: 1_000_000_000_000}),
  scale: integer({min: 0, max: 12}),
};

/** A person says what one unit of `base` buys of a currency on a day: `units * 10^-scale`. It goes before every other rate. */
export const typeRate = defineMutator('rates.typeRate', {day, ...rate}, async (tx, {day: on, ...typed}): Ending => {
  if (typed.base === typed.currency) return fail('rates.same_currency', {currency: typed.currency});

  const row = await tx.rateDays.get(on);
  const before = row?.typed ?? [];
  const others = before.filter((one) => !isSamePair(one, typed));
  await setTyped(tx, {on, row, typed: [...others, typed]});
  return doneWith(callOf(setTypedRates, {day: on, rates: before}));
});

/** Takes back what was typed for two currencies on a day; other rates count again. */
export const removeTypedRate = defineMutator(
  'rates.removeTyped',
  {day, base: currency, currency},
  async (tx, {day: on, ...pair}): Ending => {
    const row = await tx.rateDays.get(on);
    const before = row?.typed ?? [];
    const others = before.filter((one) => !isSamePair(one, pair));
    if (others.length === before.length) return fail('rates.not_typed', {day: on, currency: pair.currency});

    await setTyped(tx, {on, row, typed: others});
    return doneWith(callOf(setTypedRates, {day: on, rates: before}));
  },
);

/** Sets everything that is typed for a day: the way back of the two above. */
export const setTypedRates = defineMutator(
  'rates.setTyped',
  {day, rates: list(object(rate), {max: 200})},
  async (tx, {day: on, rates}): Ending => {
    const row = await tx.rateDays.get(on);
    await setTyped(tx, {on, row, typed: rates});
    return doneWith(callOf(setTypedRates, {day: on, rates: row?.typed ?? []}));
  },
);

async function setTyped(
  tx: Tx,
  {on, row, typed}: {readonly on: LocalDate; readonly row: RateDay | undefined; readonly typed: readonly TypedRate[]},
): Promise<void> {
  const [first] = typed;
  if (first) {
    await tx.rateDays.put({...(row ?? {id: on, base: first.base, source: 'typed', quotes: []}), typed});
  } else if (row?.quotes.length === 0) {
    await tx.rateDays.delete(on);
  } else if (row) {
    await tx.rateDays.update(on, {typed: undefined});
  }
}

type Pair = Pick<TypedRate, 'base' | 'currency'>;

function isSamePair(a: Pair, b: Pair): boolean {
  return (a.base === b.base && a.currency === b.currency) || (a.base === b.currency && a.currency === b.base);
}
