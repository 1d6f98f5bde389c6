import {assert, must} from '../lib/assert.ts';
import type {Dice} from '../lib/dice.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {divideRounded} from '../money/rounding.ts';
import {lineTotal} from '../money/unit-price.ts';
import type {Order, OrderLine} from '../orders/schema.ts';
import {type Product, catalogue} from './catalogue.ts';
import type {Place} from './place.ts';
import {listCurrencies, listPrice} from './price-list.ts';
import type {Market, StorefrontPlan} from './storefront-plan.ts';

const lineCounts = [
  {count: 1, weight: 56},
  {count: 2, weight: 25},
  {count: 3, weight: 12},
  {count: 4, weight: 5},
  {count: 5, weight: 2},
];
const quantities = [
  {count: 1, weight: 86},
  {count: 2, weight: 10},
  {count: 3, weight: 3},
  {count: 6, weight: 1},
];
const bulkQuantities = [25, 40, 50, 75, 125, 150, 200, 333, 500];
const shippingMilliEuro = {home: 4500, union: 8900, world: 14_900};
const freeFromMilliEuro = {home: 49_000, union: 79_000, world: 129_000};
const discounted = 0.12;
const discountPercents = [5, 10, 10, 15, 20];
const wholeBasisPoints = 10_000n;

/** A line whose amounts are known. */
export type PricedLine = OrderLine & Required<Pick<OrderLine, 'unitPrice' | 'totalMinor'>>;

type Amounts = Pick<Order, 'shippingMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor'> & {
  readonly lines: readonly PricedLine[];
};

/** Shipping in one currency, by where it goes. */
interface ShippingFees {
  readonly feeMinor: Readonly<Record<Place['region'], number>>;
  readonly freeFromMinor: Readonly<Record<Place['region'], number>>;
}

const feesByCurrency: ReadonlyMap<CurrencyCode, ShippingFees> = new Map(
  listCurrencies.map((list) => {
    const minorOf = (milliEuro: number) => listPrice(milliEuro, list).units;
    return [
      list.code,
      {feeMinor: mapped(shippingMilliEuro, minorOf), freeFromMinor: mapped(freeFromMilliEuro, minorOf)},
    ];
  }),
);

// Drawing one ticket is quicker than weighing the whole catalogue for each of a hundred thousand lines.
const tickets = {retail: ticketsOf(catalogue.filter(({bulk}) => !bulk)), all: ticketsOf(catalogue)};

/** What somebody buys and what it comes to: the total is the sum of the lines, plus shipping, less discount. */
export function basket(
  {plan, market, place}: {readonly plan: StorefrontPlan; readonly market: Market; readonly place: Place},
  dice: Dice,
): Amounts {
  const {count} = dice.weighted(lineCounts, weightOf);
  const products = new Set<Product>();
  while (products.size < count) products.add(dice.pick(plan.bulk ? tickets.all : tickets.retail));

  const lines = [...products].map((product) => orderLine(product, market, dice));
  const goodsMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const discountMinor =
    plan.channel !== 'amazon' && dice.chance(discounted)
      ? Math.floor((goodsMinor * dice.pick(discountPercents)) / 100)
      : 0;
  const fees = must(feesByCurrency.get(market.currency), 'shipping is priced in every currency');
  const shippingMinor = goodsMinor >= fees.freeFromMinor[place.region] ? 0 : fees.feeMinor[place.region];
  const totalMinor = goodsMinor + shippingMinor - discountMinor;
  return {lines, shippingMinor, discountMinor, taxMinor: taxIn(totalMinor, place.taxBasisPoints), totalMinor};
}

function orderLine(product: Product, {currency, language}: Market, dice: Dice): PricedLine {
  const price = must(product.prices.get(currency), 'a product is priced in every currency');
  const quantity = product.bulk ? dice.pick(bulkQuantities) : dice.weighted(quantities, weightOf).count;
  const total = lineTotal(price, quantity, 'half_up');
  assert(total.ok, 'nothing in the invented shop is too dear to count');
  return {
    sku: product.sku,
    title: product.titles[language],
    quantity,
    unitPrice: {units: price.units, scale: price.scale},
    totalMinor: total.value.minor,
  };
}

/** The tax that an amount includes. */
function taxIn(totalMinor: number, basisPoints: number): number {
  if (basisPoints === 0) return 0;
  const rate = BigInt(basisPoints);
  return Number(divideRounded(BigInt(totalMinor) * rate, wholeBasisPoints + rate, 'half_up'));
}

function ticketsOf(products: readonly Product[]): readonly Product[] {
  return products.flatMap((product) => Array<Product>(product.weight).fill(product));
}

function mapped<Key extends string>(of: Readonly<Record<Key, number>>, change: (value: number) => number) {
  return Object.fromEntries(Object.entries<number>(of).map(([key, value]) => [key, change(value)])) as Record<
    Key,
    number
  >;
}

function weightOf({weight}: {readonly weight: number}): number {
  return weight;
}
