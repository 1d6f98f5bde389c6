import {must} from '#core/lib/assert.ts';
import {dice} from '#core/lib/dice.ts';
import {checkDigitOf} from '#core/paper/barcodes/gs1.ts';
import type {ParcelLabel} from '#core/shipping/documents/parcel-label.ts';
import {sampleAddresses} from './sample-addresses.ts';
import {inventedWord} from './sample-letters.ts';

/** As many parcels as asked, no two alike, to 30 countries in turn; every third has a GS1-128, every fifth a DataMatrix too. */
export function sampleParcels(count: number, addresses = sampleAddresses): readonly ParcelLabel[] {
  return Array.from({length: count}, (_, at): ParcelLabel => {
    const address = must(addresses[at % addresses.length], 'there are addresses');
    const orderNumber = `302-${String(1_000_000 + at * 7919).slice(-7)}-${String(at).padStart(4, '0')}`;
    const serial = `034043416${String(at).padStart(8, '0')}`;
    const sscc = `${serial}${checkDigitOf(serial)}`;
    return {
      storefrontName: 'Nordlicht Tee & Papier',
      sender: {name: 'Versand', street: 'Speicherstraße 14', postalCode: '20457', city: 'Hamburg', country: 'DE'},
      shipTo: {...address, street: `${address.street} / ${at + 1}`},
      orderNumber,
      ...(at % 3 === 0 ? {tracking: {text: `(00) ${sscc}`, code: {kind: 'gs1-128', data: `(00)${sscc}`}}} : {}),
      ...(at % 5 === 0 ? {square: {kind: 'datamatrix', data: `${orderNumber}/${at}`}} : {}),
      contents: [
        {sku: `TEA-SENCHA-${100 + (at % 900)}`, quantity: 1 + (at % 4)},
        {sku: 'POSTCARD', quantity: 1},
      ],
    };
  });
}

/** What a scanner must read on the label of a parcel, from top to bottom: identifier and text. */
export function codesOn({orderNumber, tracking, square}: ParcelLabel): readonly string[] {
  const first = square ? [`]d1 ${square.data}`] : [];
  return [...first, tracking ? `]C1 ${tracking.code.data}` : `]C0 ${orderNumber}`];
}

/** Parcels to people and streets of which no two are alike either, as in a real shop: East Asia and Latin in turn. */
export function variedParcels(count: number, countries: readonly string[]): readonly ParcelLabel[] {
  const chosen = countries.map((country) =>
    must(
      sampleAddresses.find((one) => one.country === country),
      'a sample address',
    ),
  );
  const chance = dice('labels');
  const below = (limit: number) => chance.integer(0, limit - 1);
  return sampleParcels(count, chosen).map((parcel) => {
    const {country} = parcel.shipTo;
    const isHan = eastAsian.includes(country);
    const word = (short: number, long: number) => inventedWord(country, isHan ? short : long, below);
    return {
      ...parcel,
      shipTo: {
        ...parcel.shipTo,
        name: `${word(1, 2)} ${word(2, 3)}`,
        street: `${word(5, 4)} ${String(1 + below(400))}`,
        city: word(3, 3),
      },
    };
  });
}

export const eastAsian = ['JP', 'KR', 'CN', 'TW', 'HK'];
export const latin = ['DE', 'US', 'CA', 'ES', 'GB', 'NO', 'SG', 'BR'];
