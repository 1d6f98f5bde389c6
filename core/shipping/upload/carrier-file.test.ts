import fc from 'fast-check';
import {expect, test} from 'vitest';
import {memorySource} from '../../intake/table/bytes-in-memory.ts';
import {openTable} from '../../intake/table/open-table.ts';
import {must} from '../../lib/assert.ts';
import {idFromName} from '../../lib/id.ts';
import {check} from '../../lib/shape.ts';
import type {OrderId} from '../../orders/schema.ts';
import {valueOf} from '../../testing/number-desk.ts';
import {type ParcelToUpload, carrierUpload, uploadBytes} from './carrier-file.ts';
import {knownTemplates} from './known-templates.ts';
import {type UploadTemplate, uploadTemplateShape} from './template.ts';

const orderIdOf = (name: string): OrderId => idFromName('order', name);

function parcel(reference: string, changes: Partial<ParcelToUpload['fields']> = {}): ParcelToUpload {
  const fields = {
    reference,
    name: 'Jörg Groß',
    street: 'Lindenstraße 27a',
    postalCode: '20095',
    city: 'Hamburg',
    country: 'DE',
    phone: '+49 40 123-456',
    weightGrams: '45',
    service: 'V01PAK',
    orderedOn: '2026-03-02',
    shippedOn: '2026-03-03',
    ...changes,
  };
  return {orderId: orderIdOf(reference), fields};
}

function template(id: string): UploadTemplate {
  return must(
    knownTemplates.find((one) => one.id === id),
    `a template ${id}`,
  );
}

const royalMail = template('royal-mail-click-and-drop');
const dhl = template('dhl-geschaeftskunden');
const dpd = template('dpd-shipper');
const usps = template('usps-click-n-ship');

test.each(knownTemplates.map((one) => [one.id, one] as const))(
  'the template %s is made as one that a seller makes',
  (_, one) => {
    expect(check(uploadTemplateShape, one)).toEqual({ok: true, value: one});
  },
);

test.each<readonly [string, UploadTemplate, Readonly<Record<string, string>>]>([
  [
    'Royal Mail',
    royalMail,
    {
      Date: '02/03/26',
      Country: 'GERMANY',
      Weight: '0.045',
      Phone: '004940123456',
      'Address Line 1': 'Lindenstraße 27a',
    },
  ],
  [
    'DHL',
    dhl,
    {
      Sendungsdatum: '03.03.2026',
      Gewicht: '0,045',
      'Empfänger Straße': 'Lindenstraße',
      'Empfänger Hausnummer': '27a',
      'Empfänger Land': 'DE',
    },
  ],
  ['DPD', dpd, {recipient_street: 'Lindenstraße', recipient_house_no: '27a', weight_kg: '0.045'}],
  // A parcel that was told too light is charged again: 45 g are 1.587 oz.
  ['USPS', usps, {'Package Weight (oz)': '1.6', 'Recipient ZIP Code': '20095'}],
])('%s is told every value as it writes it', (_, of, expected) => {
  const [head = [], row = []] = carrierUpload([parcel('1001')], of).rows;

  const told = Object.fromEntries(head.map((name, at) => [name, row[at]]));
  expect(told).toMatchObject(expected);
});

test.each<readonly [string, UploadTemplate, Partial<ParcelToUpload['fields']>, unknown]>([
  [
    'whose street is longer than the carrier takes',
    dhl,
    {street: `${'x'.repeat(51)} 1`},
    {code: 'shipping.upload_too_long', values: {column: 'Empfänger Straße', most: 50, length: 51}},
  ],
  [
    'whose number has more digits than the import keeps',
    royalMail,
    {reference: '123456789012'},
    {code: 'shipping.upload_too_many_digits', values: {column: 'Order reference', most: 11}},
  ],
  ['without a city', dhl, {city: ' '}, {code: 'shipping.upload_missing', values: {column: 'Empfänger Ort'}}],
  [
    'to a name that the file cannot hold',
    dhl,
    {name: '山田太郎'},
    {code: 'shipping.upload_not_encodable', values: {column: 'Empfänger Name 1'}},
  ],
  [
    'to a name in letters that the carrier does not print',
    royalMail,
    {name: '山田 太郎'},
    {code: 'shipping.upload_not_encodable', values: {column: 'Full name'}},
  ],
  [
    'whose buyer is called like a formula',
    royalMail,
    {name: '=HYPERLINK("http://a.example")'},
    {code: 'shipping.cell_unsafe', values: {column: 'Full name'}},
  ],
])('a parcel %s is named, and the others are told', (_, of, changes, fault) => {
  const bad = parcel(changes.reference ?? 'bad', changes);

  const {rows, untold} = carrierUpload([bad, parcel('1002')], of);

  expect([rows.slice(1).map(([reference]) => reference), untold]).toEqual([['1002'], [{orderId: bad.orderId, fault}]]);
});

test('a number of more digits is told where letters stand beside it, and no reference is told twice', () => {
  const {rows, untold} = carrierUpload([parcel('A123456789012'), parcel('A123456789012')], royalMail);

  expect([rows.length, untold.map(({fault}) => fault.code)]).toEqual([2, ['shipping.upload_reference_twice']]);
});

test('a site gets no more parcels than it takes at once, and the rest is for the next file', () => {
  const three = ['1', '2', '3'].map((reference) => parcel(reference));
  const {rows, untold} = carrierUpload(three, {...dpd, rowsMax: 2});

  expect([rows.slice(1).map(([reference]) => reference), untold]).toEqual([
    ['1', '2'],
    [{orderId: orderIdOf('3'), fault: {code: 'shipping.upload_full', values: {most: 2}}}],
  ]);
});

test('no row is ever broken by what stands in it, and nothing of it is changed or cut off on its way', async () => {
  const letters = fc.string({unit: fc.constantFrom(...'aB9 ,;"\'|ßé\t\n=+-'), minLength: 1, maxLength: 60});
  const parcels = fc.uniqueArray(fc.record({name: letters, street: letters, city: letters}), {
    minLength: 1,
    maxLength: 6,
    selector: ({name}) => name,
  });
  await fc.assert(
    fc.asyncProperty(parcels, fc.constantFrom(...knownTemplates), async (some, of) => {
      const {rows, untold} = carrierUpload(
        some.map((fields, at) => parcel(`order-${at}`, fields)),
        of,
      );
      expect(rows.length - 1 + untold.length).toBe(some.length);
      const bytes = uploadBytes(rows, of);
      const table = valueOf(await openTable(memorySource('batch.csv', new Uint8Array(bytes))));
      const read: (readonly string[])[] = [];
      for await (const batch of table.rows()) read.push(...batch.map(({cells}) => cells));
      const names = of.columns.findIndex(({of: field}) => field === 'name');
      const told = some.flatMap(({name}, at) =>
        untold.some(({orderId}) => orderId === orderIdOf(`order-${at}`)) ? [] : [name.trim()],
      );
      expect(read.slice(1).map((cells) => cells[names])).toEqual(told);
    }),
    {numRuns: 40},
  );
});
