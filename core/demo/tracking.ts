import {must, unreachable} from '../lib/assert.ts';
import type {Dice} from '../lib/dice.ts';
import type {Order} from '../orders/schema.ts';
import {type CheckRule, checkCharacter} from '../shipping/tracking/check-rules.ts';
import type {Place} from './place.ts';

const carriers = ['DHL', 'Deutsche Post', 'DPD', 'GLS', 'DHL Express'] as const;
type Carrier = (typeof carriers)[number];

interface Choice {
  readonly carrier: Carrier;
  readonly weight: number;
}

const carriersByRegion: Readonly<Record<Place['region'], readonly Choice[]>> = {
  home: [
    {carrier: 'DHL', weight: 68},
    {carrier: 'DPD', weight: 20},
    {carrier: 'Deutsche Post', weight: 12},
  ],
  union: [
    {carrier: 'DHL', weight: 52},
    {carrier: 'DPD', weight: 30},
    {carrier: 'GLS', weight: 18},
  ],
  world: [
    {carrier: 'Deutsche Post', weight: 72},
    {carrier: 'DHL Express', weight: 28},
  ],
};

/** Who carries a parcel there and under which number; the numbers are formed as the carriers form theirs. */
export function trackingTo(region: Place['region'], dice: Dice): NonNullable<Order['tracking']> {
  const {carrier} = dice.weighted(carriersByRegion[region], (choice) => choice.weight);
  return {carrier, number: parcelNumber(carrier, dice)};
}

function parcelNumber(carrier: Carrier, dice: Dice): string {
  switch (carrier) {
    case 'DHL': {
      const serial = `340434${digits(dice, 5)}${digits(dice, 6)}`;
      return `00${serial}${checkDigit('gs1', serial)}`;
    }
    case 'Deutsche Post': {
      const serial = digits(dice, 8);
      return `LX${serial}${checkDigit('s10', serial)}DE`;
    }
    case 'DPD':
      return `0150${digits(dice, 5)}${digits(dice, 5)}`;
    case 'GLS':
      return `5${digits(dice, 5)}${digits(dice, 5)}`;
    case 'DHL Express': {
      const serial = String(dice.integer(100_000_000, 999_999_999));
      return `${serial}${checkDigit('mod7', serial)}`;
    }
    default:
      return unreachable(carrier);
  }
}

/** At most nine digits. */
function digits(dice: Dice, count: number): string {
  return String(dice.integer(0, 10 ** count - 1)).padStart(count, '0');
}

function checkDigit(rule: CheckRule, serial: string): string {
  return must(checkCharacter(rule, serial), 'digits have a check digit');
}
