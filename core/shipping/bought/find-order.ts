import {withoutSymbol} from '../packing-bench/element-string.ts';
import type {OrderId} from '../../orders/schema.ts';
import {tidied} from '../tracking/recognise.ts';
import type {LabelText} from './label-number.ts';
import {isSureNumber, orderNumbersIn, plainOrderNumber} from './order-number.ts';
import {postalCodesIn, postalCodesOf, saysName, wordsOfName} from './recipient.ts';

/** An order that can still get a label, as a label may tell of it. */
export interface WaitingOrder {
  readonly orderId: OrderId;
  readonly number: string;
  readonly name: string;
  readonly postalCode: string;
  readonly country: string;
  /** The carrier's number, where the channel has told one already. */
  readonly tracking?: string;
}

/** By what a label was found to be an order's. */
export const matchedBy = ['tracking', 'number', 'address', 'person'] as const;
export type MatchedBy = (typeof matchedBy)[number];

export type FoundOrder =
  | {readonly is: 'one'; readonly orderId: OrderId; readonly by: Exclude<MatchedBy, 'person'>}
  /** Several orders fit, or number and address tell of different ones: a person knows. */
  | {readonly is: 'several'; readonly orderIds: readonly OrderId[]}
  /** The number is the order's, and it goes to somebody else. */
  | {readonly is: 'elsewhere'; readonly orderId: OrderId}
  /** None fits; `near` have the name or the postal code. */
  | {readonly is: 'none'; readonly near: readonly OrderId[]};

const nearMax = 5;
/** Fewer lines of text hold no address: the rest of the label is a picture. */
const addressLines = 3;

/** Waiting orders by what labels say of them. */
export interface OrderBook {
  find(text: LabelText, tracking: string | undefined): FoundOrder;
}

/**
 * The rule: the carrier's number where the order has it, else the order's own number, else name and postal code together. A number so
 * short that it stands on labels by chance counts only where something says it is an order's, or with the name or the postal code. What
 * fits two orders, or number and address of two different ones, is asked, never guessed; and so is a label with the order's number that
 * goes to somebody else.
 */
export function orderBookOf(orders: readonly WaitingOrder[]): OrderBook {
  const byTracking = grouped(orders, ({tracking}) => (tracking === undefined ? [] : [tidied(tracking) ?? '']));
  const byNumber = grouped(orders, ({number}) => [plainOrderNumber(number)]);
  const byPostalCode = grouped(orders, ({postalCode, country}) => postalCodesOf(postalCode, country));
  const words = new Map(orders.map(({orderId, name}) => [orderId, wordsOfName(name)]));

  return {
    find({codes, lines}, tracking) {
      const known = tracking === undefined ? [] : (byTracking.get(tidied(tracking) ?? '') ?? []);
      if (known[0] && known.length === 1) return one(known[0], 'tracking');

      const isNamed = ({orderId}: WaitingOrder): boolean =>
        lines.some((line) => saysName(line, words.get(orderId) ?? []));
      const postal = new Set([...postalCodesIn(lines)].flatMap((code) => byPostalCode.get(code) ?? []));
      const addressed = [...postal].filter(isNamed);

      const numbered = new Set<WaitingOrder>();
      for (const seen of orderNumbersIn(lines, codes.map(withoutSymbol))) {
        for (const order of byNumber.get(seen.number) ?? []) {
          if (isSureNumber(seen) || postal.has(order) || isNamed(order)) numbered.add(order);
        }
      }
      if (numbered.size > 0) {
        // One number in several storefronts: the address says which.
        const fit = numbered.size > 1 ? [...numbered].filter((order) => addressed.includes(order)) : [...numbered];
        const [first] = fit;
        if (!first || fit.length > 1) return several([...numbered]);
        if (addressed.includes(first)) return one(first, 'number');
        if (addressed.length > 0) return several([first, ...addressed]);
        const isAddressed = lines.length >= addressLines && first.name !== '' && first.postalCode !== '';
        const goesElsewhere = isAddressed && !postal.has(first) && !isNamed(first);
        return goesElsewhere ? {is: 'elsewhere', orderId: first.orderId} : one(first, 'number');
      }
      const [first] = addressed;
      if (first) return addressed.length === 1 ? one(first, 'address') : several(addressed);
      return {is: 'none', near: nearest(orders, postal, isNamed)};
    },
  };
}

function nearest(
  orders: readonly WaitingOrder[],
  postal: ReadonlySet<WaitingOrder>,
  isNamed: (order: WaitingOrder) => boolean,
): readonly OrderId[] {
  const named = orders.filter(isNamed);
  return [...new Set([...named, ...postal])].slice(0, nearMax).map(({orderId}) => orderId);
}

function one({orderId}: WaitingOrder, by: Exclude<MatchedBy, 'person'>): FoundOrder {
  return {is: 'one', orderId, by};
}

function several(orders: readonly WaitingOrder[]): FoundOrder {
  return {is: 'several', orderIds: orders.map(({orderId}) => orderId)};
}

function grouped(
  orders: readonly WaitingOrder[],
  keysOf: (order: WaitingOrder) => readonly string[],
): ReadonlyMap<string, readonly WaitingOrder[]> {
  const groups = new Map<string, WaitingOrder[]>();
  for (const order of orders) {
    for (const key of keysOf(order)) if (key !== '') groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return groups;
}
