import {unreachable} from '../lib/assert.ts';
import type {Dice} from '../lib/dice.ts';

/** How a channel numbers its orders. */
export type OrderNumberStyle =
  /** `302-1234567-1234567`, in no visible order. */
  | {readonly style: 'amazon'; readonly prefix: number}
  /** `12-12345-12345`, in no visible order. */
  | {readonly style: 'ebay'; readonly prefix: number}
  /** Ten digits that grow, with gaps for what other shops sold in between. */
  | {readonly style: 'etsy'; readonly first: number}
  /** `#1001`, `#1002` ... of this shop alone. */
  | {readonly style: 'shopify'};

// Counting in steps that share no factor with the power of ten visits every number once before any comes again.
const sevenDigits = {count: 10_000_000, step: 6_180_339};
const tenDigits = {count: 10_000_000_000, step: 618_033_001};
const gapMax = 900;

/** Gives the numbers of one storefront, one by one; none comes twice within ten million. */
export function orderNumbers(numbers: OrderNumberStyle, dice: Dice): () => string {
  switch (numbers.style) {
    case 'amazon': {
      let last = dice.integer(0, sevenDigits.count - 1);
      return () => {
        last = (last + sevenDigits.step) % sevenDigits.count;
        return `${numbers.prefix}-${digits(dice.integer(0, 9_999_999), 7)}-${digits(last, 7)}`;
      };
    }
    case 'ebay': {
      let last = dice.integer(0, 2 ** 32 - 1);
      return () => {
        last = (last + tenDigits.step) % tenDigits.count;
        const ten = digits(last, 10);
        return `${numbers.prefix}-${ten.slice(0, 5)}-${ten.slice(5)}`;
      };
    }
    case 'etsy': {
      let last = numbers.first;
      return () => {
        last += dice.integer(1, gapMax);
        return String(last);
      };
    }
    case 'shopify': {
      let last = 1000;
      return () => {
        last += 1;
        return `#${last}`;
      };
    }
    default:
      return unreachable(numbers);
  }
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
