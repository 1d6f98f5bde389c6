import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {latin1Of} from '../../lib/latin1.ts';
import {utf8} from '../../lib/utf8.ts';
import {contentOf, dictionaryOf, pdfObjectsOf} from './pdf-objects.ts';
import {fittedOn, placePage} from './place-page.ts';
import {pdfFile} from './pdf-file.ts';
import {type ShownPage, shownPage} from './shown-page.ts';

interface Sheet {
  readonly content: string;
  /** What a form of the sheet's size draws; it knows an image of the other label. */
  readonly form?: string;
  readonly resources?: string;
}

/** The upper half of a sheet of 600 x 800 points, cut out; the lower half is somebody else's. */
async function upperHalf({content, form = '', resources = ''}: Sheet): Promise<Uint8Array> {
  const file = pdfFile();
  const drawn = file.putStream(utf8(content));
  const font = file.put('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  const fonts = `/Font<</F ${font} 0 R>>`;
  const image = '/Type/XObject/Subtype/Image/Width 4/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray';
  const [mine, other] = [file.putStream(utf8('MINE'), image), file.putStream(utf8('THEM'), image)];
  const whole = file.putStream(
    utf8(form),
    `/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<${fonts}/XObject<</Theirs ${other} 0 R>>>>`,
  );
  const pages = file.reserve();
  const page = file.put(
    `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 600 800]/Resources<<${fonts}/XObject<</Mine ${mine} 0 R/Theirs ${other} 0 R/Form ${whole} 0 R>>${resources}>>/Contents ${drawn} 0 R>>`,
  );
  file.put(`<</Type/Pages/Count 1/Kids[${page} 0 R]>>`, pages);
  const info = file.put('<</Title(Ada and NEIGHBOUR)>>');
  const pdf = await open(file.close({root: file.put(`<</Type/Catalog/Pages ${pages} 0 R>>`), info}));
  const alone = await pdf.extractPages([{document: null, includePages: [0]}]);
  const part = {left: 0, top: 0, width: 600, height: 390};
  return must(placePage(alone, fittedOn(part, part)), 'a page that could be placed');
}

const others = [{x0: 0, y0: -410, x1: 600, y1: -20}];

function open(bytes: Uint8Array) {
  return getDocument({data: bytes.slice(), useWorkerFetch: false, verbosity: 0}).promise;
}

/** Everything that is in a file, unpacked, and the texts a reader finds. */
async function within(shown: ShownPage | Uint8Array | undefined): Promise<string> {
  const known = must(shown, 'a page alone');
  const [file, whole] = known instanceof Uint8Array ? [known, known] : [known.bytes, known.whole];
  const objects = must(pdfObjectsOf(latin1Of(file)), 'a file that can be read again');
  const streams = [...objects.offsets.keys()].filter((number) => dictionaryOf(objects, number)?.has('Length'));
  const {items} = await (await (await open(whole)).getPage(1)).getTextContent();
  const texts = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return [latin1Of(file), ...streams.map((number) => contentOf(objects, number) ?? ''), texts].join('\n');
}

const mine = 'BT /F 20 Tf 100 700 Td (MINE) Tj ET';
const theirs =
  'BT /F 20 Tf 14 TL 100 300 Td (NEIGHBOUR) Tj 0 -20 Td [(NEIGH) -20 (BOUR)] TJ (NEIGHBOUR) \' 1 2 (NEIGHBOUR) " ET';

test.for<[name: string, sheet: Sheet]>([
  ['texts', {content: `${mine} ${theirs}`}],
  [
    'moved texts',
    {
      content: `q 1 0 0 1 0 -400 cm ${mine} Q q 1 0 0 1 0 400 cm BT /F 20 Tf 1 0 0 1 100 300 Tm (MINE) Tj ET Q`.replace(
        'MINE',
        'NEIGHBOUR',
      ),
    },
  ],
  ['the same said for readers', {content: `${mine} /Span <</ActualText (NEIGHBOUR)>> BDC ${theirs} EMC`}],
  ['a form with texts of both', {content: 'q /Form Do Q', form: `${mine} ${theirs} /Theirs Do`}],
])('%s of the label below are gone from the bytes, and those of the label stay', async ([, sheet]) => {
  const cut = await upperHalf(sheet);
  const [before, after] = [await within(cut), await within(shownPage(cut, others))];
  expect([before, after].map((all) => [all.includes('MINE'), all.includes('NEIGH')])).toEqual([
    [true, true],
    [true, false],
  ]);
});

test('bars of the label below are gone, as are its images; what both share stays', async () => {
  const content =
    '50 700 2 60 re 60 700 4 60 re 50 100 2 60 re 64 100 4 60 re f 5 795 m 595 795 l 595 5 l 5 5 l s ' +
    'q 100 0 0 100 300 500 cm /Mine Do Q q 100 0 0 100 300 100 cm /Theirs Do Q 3 w 10 20 m 500 20 l S';
  const cut = await upperHalf({content});
  const all = await within(shownPage(cut, others));
  expect(
    ['50 700 2 60 re', '60 700 4 60 re', '50 100', '64 100', '5 795 m', 'MINE', 'THEM', '10 20 m'].map((part) =>
      all.includes(part),
    ),
  ).toEqual([true, true, false, false, true, true, false, false]);
});

test('what a form could draw of the label below, and does not, is gone too', async () => {
  const all = await within(shownPage(await upperHalf({content: 'q /Form Do Q', form: mine}), others));
  expect([all.includes('MINE'), all.includes('THEM')]).toEqual([true, false]);
});

test('a picture of the whole sheet, a drawing that may be switched off, and one in patterns or behind a mask are not told apart', async () => {
  const sheets = [
    'q 600 0 0 800 0 0 cm /Mine Do Q',
    '/OC /Layer BDC EMC',
    '/Pattern cs /P scn',
    '/Masked gs',
    '(unclosed',
  ];
  const resources = '/ExtGState<</Masked<</SMask<</S/Alpha>>>>>>';
  const told = await Promise.all(
    sheets.map(async (content) => shownPage(await upperHalf({content, resources}), others)),
  );
  expect(told).toEqual(sheets.map(() => undefined));
});

test('what was left can be placed on a paper again', async () => {
  const shown = must(shownPage(await upperHalf({content: `${mine} ${theirs}`}), others), 'a page alone');
  const placed = placePage(shown.bytes, (page) => fittedOn({left: 0, top: 0, ...page}, {width: 300, height: 195}));
  expect(await within(placed)).toContain('MINE');
});
