/** Our side, bundled as the product is. Arguments: the task, the folder to write to. */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {must} from '#core/lib/assert.ts';
import {code128} from '#core/paper/barcodes/code128.ts';
import {snap} from '#core/paper/barcodes/snap.ts';
import {hanOf} from '#core/paper/fonts/faces.ts';
import {fontShelf} from '#core/paper/fonts/font-shelf.ts';
import {type Page, mmPerPt} from '#core/paper/page.ts';
import {pdf} from '#core/paper/pdf/pdf.ts';
import {zpl} from '#core/paper/printers/zpl.ts';
import {glyphStore} from '#core/paper/raster/glyph-store.ts';
import {papers} from '#core/shipping/documents/paper-size.ts';
import {type ParcelLabel, parcelLabel, textsOfLabel} from '#core/shipping/documents/parcel-label.ts';
import {eastAsian, latin, variedParcels} from '../../tools/paper/sample-parcels.ts';
import {fontFile} from '../../tools/paper/font-files.ts';
import {bundledFonts} from '../../tools/paper/shelf.ts';
import {wordsIn} from '../../tools/paper/words.ts';
import type {LaidOut} from './laid-out.ts';
import {tell} from './told.ts';

const [task = '', folder = ''] = process.argv.slice(2);
const words = wordsIn('en');
async function fontsFor(parcels: readonly ParcelLabel[], shelf = bundledFonts()) {
  let fonts = await shelf.fontsFor([], 'chinese');
  for (const parcel of parcels) fonts = await shelf.fontsFor(textsOfLabel(parcel, words), hanOf(parcel.shipTo.country));
  return fonts;
}

/** Half of the parcels go to East Asia, half to where Latin is written; every person and street is another. */
const thousand = () =>
  variedParcels(
    1000,
    eastAsian.flatMap((country, at) => [country, latin[at] ?? 'DE']),
  );

async function pagesOf(parcels: readonly ParcelLabel[]) {
  const fonts = await fontsFor(parcels);
  const page = (parcel: ParcelLabel): Page => {
    const made = parcelLabel(parcel, papers['4x6'], fonts, words);
    if (!made.ok) throw new Error(`a sample label fails: ${made.fault.code}`);
    return made.value;
  };
  return {fonts, page};
}

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  // As the peers do it: of labels that are laid out already, with fonts that have yet to be read.
  pdf: async () => {
    const parcels = thousand();
    const {page} = await pagesOf(parcels);
    const pages = parcels.map(page);
    await tell(pages.length, async () => {
      const fonts = await fontsFor(parcels.slice(0, 20), fontShelf(fontFile));
      const file = pdf(pages, {title: 'Labels', dpi: 203}, fonts);
      writeFileSync(path.join(folder, 'ours.pdf'), file);
      return file.length;
    });
  },
  'whole-pdf': () =>
    tell(1000, async () => {
      const parcels = thousand();
      const {fonts, page} = await pagesOf(parcels);
      function* pages() {
        for (const parcel of parcels) yield page(parcel);
      }
      return pdf(pages(), {title: 'Labels', dpi: 203}, fonts).length;
    }),
  // What takes a moment once, fonts and the compiler's work, is done before: thousands of labels are made between two starts.
  'zpl-latin': () => timeZpl(variedParcels(10_000, latin)),
  'zpl-east-asian': () => timeZpl(variedParcels(4000, eastAsian)),
  code128: async () => {
    const texts = Array.from({length: 200_000}, (_, at) => `302-${String(1_000_000 + at * 7)}-${String(at)}`);
    for (const text of texts.slice(0, 20_000)) code128(text);
    await tell(texts.length, () => {
      let modules = 0;
      for (const text of texts) {
        const bars = code128(text);
        if (bars.ok) modules += bars.value.modules.length;
      }
      return modules;
    });
  },
  'laid-out': async () => {
    const parcels = thousand();
    const {page} = await pagesOf(parcels);
    const labels = parcels.map((parcel) => laidOut(page(parcel), parcel));
    writeFileSync(path.join(folder, 'labels.json'), JSON.stringify(labels));
    const numbers = Array.from(
      {length: 10_000},
      (_, at) => `${'RR,302-,a\tB,00'.split(',')[at % 4] ?? ''}${String(at * 104_729)}${at % 3 === 0 ? 'DE' : ''}`,
    );
    const bars = numbers.map((text) => {
      const made = code128(text);
      return {text, modules: made.ok ? made.value.modules : []};
    });
    writeFileSync(path.join(folder, 'code128.json'), JSON.stringify(bars));
  },
};

async function timeZpl(parcels: readonly ParcelLabel[]): Promise<void> {
  const plain = parcels.map(({square: _, ...parcel}): ParcelLabel => parcel);
  const {fonts, page} = await pagesOf(plain);
  const glyphs = glyphStore(fonts);
  const make = (some: readonly ParcelLabel[]) => {
    let letters = 0;
    for (const parcel of some) letters += zpl(page(parcel), {dpi: 203, glyphs}).length;
    return letters;
  };
  make(plain);
  await tell(plain.length, () => make(plain));
}

function laidOut({marks}: Page, {square, tracking, orderNumber}: ParcelLabel): LaidOut {
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? runsOf(mark) : []));
  const rects = marks.flatMap((mark) =>
    mark.kind === 'rect'
      ? [[mark.leftMm / mmPerPt, mark.topMm / mmPerPt, mark.widthMm / mmPerPt, mark.heightMm / mmPerPt] as const]
      : [],
  );
  const barcodes = marks.flatMap((mark): LaidOut['barcodes'] => {
    if (mark.kind !== 'barcode') return [];
    const {x, y, moduleDots, heightDots} = snap(mark.barcode, mark, 203);
    const dot = 72 / 203;
    if (mark.barcode.kind === 'matrix') {
      const {columns, dark} = mark.barcode;
      const side = moduleDots * dot;
      const bars = Array.from(dark, (value, at) => ({value, at})).flatMap(({value, at}) =>
        value
          ? [[x * dot + (at % columns) * side, y * dot + Math.floor(at / columns) * side, side, side] as const]
          : [],
      );
      return [
        {kind: 'datamatrix', data: square?.data ?? '', box: [x * dot, y * dot, columns * side, columns * side], bars},
      ];
    }
    let left = x;
    const bars: (readonly [number, number, number, number])[] = [];
    for (const [turn, width] of mark.barcode.modules.entries()) {
      if (turn % 2 === 0) bars.push([left * dot, y * dot, width * moduleDots * dot, heightDots * dot]);
      left += width * moduleDots;
    }
    const kind = tracking ? 'gs1-128' : 'code128';
    return [
      {
        kind,
        data: tracking?.code.data ?? orderNumber,
        box: [x * dot, y * dot, (left - x) * dot, heightDots * dot],
        bars,
      },
    ];
  });
  return {texts, rects, barcodes};
}

function runsOf(mark: Extract<Page['marks'][number], {kind: 'text'}>): LaidOut['texts'] {
  const runs: {face: string; sizePt: number; x: number; y: number; text: string}[] = [];
  let x = mark.leftMm / mmPerPt;
  for (const {face, text, advanceEm} of mark.clusters) {
    const last = runs.at(-1);
    if (last?.face === face) last.text += text;
    else runs.push({face, sizePt: mark.sizePt, x, y: mark.baselineMm / mmPerPt, text});
    x += advanceEm * mark.sizePt;
  }
  return runs;
}

await must(tasks[task], 'a task there is')();
