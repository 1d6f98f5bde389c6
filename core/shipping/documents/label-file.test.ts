import {expect, test} from 'vitest';
import {fontFile} from '../../../tools/paper/font-files.ts';
import {fontShelf} from '../../paper/fonts/font-shelf.ts';
import type {Instant} from '../../time/instant.ts';
import {commandCardPdf} from './command-card-pdf.ts';
import {type LabelForm, labelFile} from './label-file.ts';

const shelf = fontShelf(fontFile);
const label = {
  storefrontName: 'Nordlicht',
  shipTo: {name: 'Ada Pohl', street: 'Ahornweg 3', postalCode: '10115', city: 'Berlin', country: 'DE'},
  orderNumber: '1001',
  tracking: {text: '1001/2', code: {kind: 'code128', data: '1001/2'}},
  contents: [],
} as const;
const said = {'label.shipTo': 'Ship to', 'label.pieces': '1 piece', 'label.return': 'Return'};

test.each<[LabelForm['language'], string]>([
  ['pdf', '%PDF-'],
  ['zpl', '^XA'],
  ['tspl', 'SIZE 101.6 mm,152.4 mm'],
  ['png', '\u0089PNG'],
])('a label for a printer that reads %s begins as that does', async (language, beginning) => {
  const job = {label, said, title: 'Label', madeAt: 0 as Instant, as: {language, dpi: 203}};
  const made = await labelFile(job, shelf);
  expect(made.ok && Buffer.from(made.value.subarray(0, beginning.length)).toString('latin1')).toBe(beginning);
});

test('a card of commands has a page for every 14 of them, and no barcode for what has none', async () => {
  const commands = Array.from({length: 15}, (_, at) => ({code: `TW:X${at + 1}`, label: `× ${at + 1}`}));
  const card = await commandCardPdf({commands, title: 'Commands', paper: 'a4'}, shelf);
  const none = await commandCardPdf({commands: [{code: '指', label: '指'}], title: '指令', paper: 'a4'}, shelf);
  const pages = card.ok
    ? [
        ...Buffer.from(card.value)
          .toString('latin1')
          .matchAll(/\/Type ?\/Page\b/g),
      ].length
    : 0;
  expect([pages, none]).toEqual([2, {ok: false, fault: {code: 'paper.not_encodable', values: {}}}]);
});
