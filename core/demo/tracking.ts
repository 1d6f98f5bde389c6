import {unreachable} from '../lib/assert.ts';
import type {Dice} from '../lib/dice.ts';
import type {Order} from '../orders/schema.ts';
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
      return `00${serial}${gs1CheckDigit(serial)}`;
    }
    case 'Deutsche Post': {
      const serial = digits(dice, 8);
      return `LX${serial}${s10CheckDigit(serial)}DE`;
    }
    case 'DPD':
      return `0150${digits(dice, 5)}${digits(dice, 5)}`;
    case 'GLS':
      return `5${digits(dice, 5)}${digits(dice, 5)}`;
    case 'DHL Express': {
      const serial = dice.integer(100_000_000, 999_999_999);
      return `${serial}${serial % 7}`;
    }
    default:
      return unreachable(carrier);
  }
}

/** At most nine digits. */
function digits(dice: Dice, count: number): string {
  return String(dice.integer(0, 10 ** count - 1)).padStart(count, '0');
}

/** Modulo 10 with weights 3 and 1 from the right (GS1 General Specifications, 7.9.1). */
export function gs1CheckDigit(serial: string): number {
  let sum = 0;
  for (let at = serial.length - 1, weight = 3; at >= 0; at--, weight = 4 - weight) sum += Number(serial[at]) * weight;
  return (10 - (sum % 10)) % 10;
}

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** Modulo 11 of the eight digits of a postal item (UPU standard S10). */
export function s10CheckDigit(serial: string): number {
  const sum = s10Weights.reduce((total, weight, at) => total + Number(serial[at]) * weight, 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}
