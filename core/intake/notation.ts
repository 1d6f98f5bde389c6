import type {CurrencyCode} from '../money/currency.ts';
import {type Instant, instant} from '../time/instant.ts';
import {type ZoneId, firstInstantAt} from '../time/zone.ts';
import {type DecimalSign, type WrittenAmount, valueOf, writtenAmount} from './amount-text.ts';
import {type DateOrder, type WrittenDate, wallMsOf, writtenDate} from './date-text.ts';

/** An amount as a number of the file; `unsure` when three digits are taken for decimals that another file would mean as a group. */
export interface ReadAmount {
  readonly units: number;
  readonly scale: number;
  readonly currency?: CurrencyCode;
  readonly unsure?: true;
  /** The number alone; one object for every place it stands at. */
  readonly price: {readonly units: number; readonly scale: number};
}

/** How one file writes numbers and dates: decided by all of its cells together. */
export interface Notation {
  /** 'two_ways': the text fits both signs and the file uses both. Undefined: no amount. */
  amount(text: string): ReadAmount | 'two_ways' | undefined;
  /** 'two_ways': a date in the order that fewer dates of the file use. Undefined: no date. */
  instant(text: string): Instant | 'two_ways' | undefined;
  /** The order of day and month is neither shown by the file nor stated, or the file shows both: a person is asked. */
  readonly dateOrderUnsure: boolean;
  /** Some amount names its currency, by a sign or a code. */
  readonly namesCurrencies: boolean;
}

export interface NotationWish {
  readonly decimalSign: DecimalSign;
  readonly dateOrder?: DateOrder;
  /** Whether `dateOrder` was said by a person, who is not asked again. */
  readonly dateOrderChosen?: boolean;
  readonly zone: ZoneId;
}

/** Looks at every amount and date of a file first; each text costs a look-up the second time. */
export interface NotationEvidence {
  seeAmount(text: string): void;
  seeDate(text: string): void;
  settle(wish: NotationWish): Notation;
}

const rememberedMax = 100_000;

export function gatherNotation(): NotationEvidence {
  const amounts = remembered(writtenAmount);
  const dates = remembered(writtenDate);
  const signs = {'.': 0, ',': 0};
  const orders = {dmy: 0, mdy: 0};
  let unsureDates = 0;
  let namesCurrencies = false;

  return {
    seeAmount(text) {
      const amount = amounts.look(text);
      if (amount?.shows !== undefined) signs[amount.shows] += 1;
      if (amount?.currency !== undefined) namesCurrencies = true;
    },

    seeDate(text) {
      const date = dates.look(text);
      if (date?.shows !== undefined) orders[date.shows] += 1;
      else if (date?.first !== undefined) unsureDates += 1;
    },

    settle(wish) {
      const contradicts = signs['.'] > 0 && signs[','] > 0;
      const shown = signs['.'] > 0 || signs[','] > 0;
      const sign = shown ? (signs['.'] >= signs[','] ? '.' : ',') : wish.decimalSign;
      const bothOrders = orders.dmy > 0 && orders.mdy > 0;
      const order = orderOf(orders, wish);

      return {
        amount: remembered((text) => amountIn(amounts.look(text), {sign, contradicts, shown})).look,
        instant: remembered((text) => instantIn(dates.look(text), {order, zone: wish.zone})).look,
        namesCurrencies,
        dateOrderUnsure:
          wish.dateOrderChosen !== true &&
          (bothOrders || (unsureDates > 0 && orders.dmy + orders.mdy === 0 && wish.dateOrder === undefined)),
      };
    },
  };
}

// What most dates show, then what was stated; a person's word stands above both.
function orderOf(shown: Readonly<Record<DateOrder, number>>, wish: NotationWish): DateOrder {
  if (wish.dateOrderChosen === true && wish.dateOrder !== undefined) return wish.dateOrder;
  if (shown.dmy !== shown.mdy) return shown.dmy > shown.mdy ? 'dmy' : 'mdy';
  return wish.dateOrder ?? 'dmy';
}

function amountIn(
  written: WrittenAmount | undefined,
  file: {readonly sign: DecimalSign; readonly contradicts: boolean; readonly shown: boolean},
): ReadAmount | 'two_ways' | undefined {
  if (!written) return undefined;
  if (written.unsure !== undefined && file.contradicts) return 'two_ways';
  const value = valueOf(written, file.sign);
  if (!value) return undefined;
  return {
    ...value,
    price: value,
    ...(written.currency === undefined ? {} : {currency: written.currency}),
    ...(written.unsure === file.sign && !file.shown ? {unsure: true} : {}),
  };
}

function instantIn(
  written: WrittenDate | undefined,
  {order, zone}: {readonly order: DateOrder; readonly zone: ZoneId},
): Instant | 'two_ways' | undefined {
  if (!written) return undefined;
  if (written.shows !== undefined && written.shows !== order) return 'two_ways';
  if (written.epochMs !== undefined) return kept(written.epochMs);

  const wallMs = wallMsOf(written, order);
  if (wallMs === undefined) return undefined;
  if (written.offsetMinutes !== undefined) return kept(wallMs - written.offsetMinutes * 60_000);
  return kept(firstInstantAt(wallMs, zone));
}

// Orders are younger than the epoch; a year 12 or 9999 is a slip of a pen.
function kept(ms: number): Instant | undefined {
  const at = ms >= 0 && ms < 4_102_444_800_000 ? instant(ms) : undefined;
  return at?.ok ? at.value : undefined;
}

function remembered<T>(read: (text: string) => T): {look(text: string): T} {
  const known = new Map<string, T>();
  let lastText: string | undefined;
  let last: T;
  return {
    look(text) {
      // The rows of an order repeat its date, its currency, often its price.
      if (text === lastText) return last;
      lastText = text;
      const found = known.get(text);
      if (found !== undefined || known.has(text)) return (last = found as T);
      last = read(text);
      if (known.size >= rememberedMax) known.clear();
      known.set(text, last);
      return last;
    },
  };
}
