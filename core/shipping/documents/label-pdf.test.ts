import {expect, test} from 'vitest';
import {fontFile} from '../../../tools/paper/font-files.ts';
import {sampleAddresses} from '../../../tools/paper/sample-addresses.ts';
import {must} from '../../lib/assert.ts';
import type {Face} from '../../paper/fonts/faces.ts';
import {fontShelf} from '../../paper/fonts/font-shelf.ts';
import type {Instant} from '../../time/instant.ts';
import {type LabelJob, labelPdf} from './label-pdf.ts';

const to = (country: string) =>
  must(
    sampleAddresses.find((address) => address.country === country),
    'a sample address',
  );

function job(country: string): LabelJob {
  return {
    label: {
      storefrontName: 'Nordlicht',
      shipTo: to(country),
      orderNumber: '1001',
      contents: [{sku: 'TEA', quantity: 3}],
    },
    said: {'label.shipTo': 'Ship to', 'label.pieces': '3 pieces', 'label.return': 'Return'},
    title: 'Label for order 1001',
    madeAt: Date.UTC(2026, 10, 23, 8, 30, 5) as Instant,
  };
}

test('a font is loaded only when a label needs it, and once', async () => {
  const loaded: Face[] = [];
  const shelf = fontShelf((face) => {
    loaded.push(face);
    return fontFile(face);
  });

  await labelPdf(job('DE'), shelf);
  expect(loaded).toEqual(['sans', 'sansBold']);
  for (const country of ['JP', 'KR', 'IL', 'JP']) await labelPdf(job(country), shelf);
  expect(loaded).toEqual(['sans', 'sansBold', 'japanese', 'korean', 'hebrew', 'hebrewBold']);
});

test('a font that could not be loaded is asked for again by the next label', async () => {
  let broken = true;
  const shelf = fontShelf((face) => (broken ? Promise.reject(new Error('disk')) : fontFile(face)));
  await expect(labelPdf(job('DE'), shelf)).rejects.toThrow('disk');

  broken = false;
  expect((await labelPdf(job('DE'), shelf)).ok).toBe(true);
});

test('the same label is the same file, whatever was made before it, and is dated', async () => {
  const fresh = await labelPdf(job('JP'), fontShelf(fontFile));
  const used = fontShelf(fontFile);
  for (const country of ['KR', 'CN']) await labelPdf(job(country), used);
  const again = await labelPdf(job('JP'), used);
  expect(again).toEqual(fresh);
  expect(again.ok && Buffer.from(again.value).toString('latin1')).toContain('/CreationDate(D:20261123083005Z)');
});
