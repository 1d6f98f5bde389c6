import {parseArgs} from 'node:util';
import {type PaperSize, papers} from '#core/shipping/documents/paper-size.ts';
import {type Up, cellOf} from '#core/shipping/documents/impose.ts';
import {languages} from '../paper/words.ts';

export const formats = ['pdf', 'zpl', 'tspl', 'png'] as const;
export type Format = (typeof formats)[number];

export interface LabelOptions {
  readonly to: Format;
  readonly dpi: 203 | 300;
  /** The paper of one label. */
  readonly label: PaperSize;
  /** The sheet that several share. */
  readonly sheet?: {readonly size: PaperSize; readonly up: Up};
  readonly out: string;
  readonly language: string;
}

interface Size {
  readonly label: PaperSize;
  readonly sheet?: {readonly size: PaperSize; readonly up: Up};
}

const sizes: Readonly<Record<string, Size>> = {
  '4x6': {label: papers['4x6']},
  a6: {label: papers.a6},
  '100x150': {label: papers['100x150']},
  ...onSheet('a4', papers.a4),
  ...onSheet('letter', papers.letter),
};

/** A sheet of one or two has labels of 4 x 6 inches as they come from a roll, one of four labels as large as its quarters. */
function onSheet(name: string, size: PaperSize): Record<string, Size> {
  return {
    [`${name}-1up`]: {label: papers['4x6'], sheet: {size, up: 1}},
    [`${name}-2up`]: {
      label: name === 'a4' ? papers.a6 : {widthMm: 101.6, heightMm: size.heightMm / 2},
      sheet: {size, up: 2},
    },
    [`${name}-4up`]: {label: cellOf(size, 4), sheet: {size, up: 4}},
  };
}

export const help = `npm run -s tw -- label --to ${formats.join('|')} --out FILE [--dpi 203|300] [--size SIZE] [--lang ${languages.join('|')}] < parcels.jsonl

Makes a label for each line of stdin and writes them to FILE: one PDF with a page for each, ZPL or TSPL one behind the other, or
PNG pictures (FILE, and from the second on FILE with -2, -3 ... before its ending).
SIZE is one of ${Object.keys(sizes).join(', ')}; 4x6 where none is told. Sheets are for PDF and PNG.

A line is a JSON object:
  storefrontName  text
  sender          address; may be left out
  shipTo          address
  orderNumber     text; drawn as Code 128 where there is no tracking
  service         what the carrier calls the service; may be left out
  tracking        {"text": "as people read it", "code": CODE}; may be left out
  square          CODE, drawn beside the contents; may be left out
  isReturn        true for a label for the way back; may be left out
  contents        [{"sku": text, "quantity": whole number}, ...]
An address is {"name", "company", "street", "extra", "postalCode", "city", "region", "country"}: texts, the country as two capitals (ISO 3166-1);
name, street, city and country must be there, blank where they are not known.
A CODE is {"kind": "code128"|"gs1-128"|"datamatrix"|"gs1-datamatrix"|"qr", "data": text}; GS1 data is written as (00)003404341610940427.

Example:
  {"storefrontName":"Nordlicht","shipTo":{"name":"Jörg Groß","street":"Lindenstr. 27","postalCode":"10969","city":"Berlin","country":"DE"},"orderNumber":"1001","contents":[{"sku":"TEA","quantity":2}]}

Answers {"labels", "bytes", "files", "refused": [{"line", "fault", ...}]}; 1 when a line was refused, the others are made all the same.`;

/** What was asked for, or what is wrong with it. */
export function labelOptions(args: readonly string[]): LabelOptions | {readonly complaint: string} {
  let values;
  try {
    const options = {
      to: {type: 'string'},
      dpi: {type: 'string'},
      size: {type: 'string'},
      out: {type: 'string'},
      lang: {type: 'string'},
    } as const;
    ({values} = parseArgs({args: [...args], options}));
  } catch (error) {
    return {complaint: `${error instanceof Error ? error.message : String(error)}\n\n${help}`};
  }
  const {to, out, dpi = '203', size = '4x6', lang = 'en'} = values;
  const format = formats.find((one) => one === to);
  if (!format) return {complaint: `Say what it shall be: --to ${formats.join('|')}.`};
  if (out === undefined) return {complaint: 'Say where it shall go: --out FILE.'};
  if (dpi !== '203' && dpi !== '300') return {complaint: 'Label printers have 203 or 300 dots an inch: --dpi 203|300.'};
  if (!languages.includes(lang)) return {complaint: `There are words in ${languages.join(' and ')}: --lang.`};
  const paper = Object.hasOwn(sizes, size) ? sizes[size] : undefined;
  if (!paper) return {complaint: `There is no paper ${size}. There is: ${Object.keys(sizes).join(', ')}.`};
  if (paper.sheet && (format === 'zpl' || format === 'tspl'))
    return {complaint: 'A label printer has no sheets: choose 4x6, a6 or 100x150.'};
  return {to: format, dpi: dpi === '203' ? 203 : 300, ...paper, out, language: lang};
}
