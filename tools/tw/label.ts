import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {text as textOf} from 'node:stream/consumers';
import {parsedJson} from '#core/lib/parsed-json.ts';
import {type Result} from '#core/lib/result.ts';
import {check} from '#core/lib/shape.ts';
import {concatenated} from '#core/paper/bytes.ts';
import {hanOf} from '#core/paper/fonts/faces.ts';
import type {Fonts} from '#core/paper/fonts/fonts.ts';
import type {Page} from '#core/paper/page.ts';
import {pdf} from '#core/paper/pdf/pdf.ts';
import {png} from '#core/paper/png.ts';
import {tspl} from '#core/paper/printers/tspl.ts';
import {zpl} from '#core/paper/printers/zpl.ts';
import {drawPage} from '#core/paper/raster/draw-page.ts';
import {glyphStore} from '#core/paper/raster/glyph-store.ts';
import {impose} from '#core/shipping/documents/impose.ts';
import {parcelLabelShape} from '#core/shipping/documents/parcel-label-shape.ts';
import {parcelLabel, textsOfLabel} from '#core/shipping/documents/parcel-label.ts';
import type {PaperSize} from '#core/shipping/documents/paper-size.ts';
import type {Words} from '#core/shipping/documents/words.ts';
import {bundledFonts} from '../paper/shelf.ts';
import {wordsIn} from '../paper/words.ts';
import type {Answer} from './answer.ts';
import {type LabelOptions, help, labelOptions} from './label-options.ts';

/** Makes labels of the lines of stdin. 1 when one of them was refused. */
export async function label(args: readonly string[], folder: string): Promise<Answer> {
  if (args.includes('--help')) return {code: 0, help};
  const options = labelOptions(args);
  if ('complaint' in options) return {code: 2, complaint: options.complaint};

  const pages: Page[] = [];
  const refused: object[] = [];
  const words = wordsIn(options.language);
  let fonts = await bundledFonts().fontsFor([], 'chinese');
  for (const [at, line] of (await textOf(process.stdin)).split('\n').entries()) {
    if (line.trim() === '') continue;
    const made = await pageOf(line, options.label, words);
    if (made.ok) {
      pages.push(made.value.page);
      fonts = made.value.fonts;
    } else refused.push({line: at + 1, fault: made.fault.code, ...made.fault.values});
  }

  const files = pages.length === 0 ? [] : filesOf(pages, options, fonts);
  for (const {name, bytes} of files) await writeFile(path.resolve(folder, name), bytes);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return {
    code: refused.length === 0 ? 0 : 1,
    object: {labels: pages.length, bytes, files: files.map(({name}) => name), refused},
  };
}

async function pageOf(
  line: string,
  size: PaperSize,
  words: Words,
): Promise<Result<{readonly page: Page; readonly fonts: Fonts}>> {
  const content = check(parcelLabelShape, parsedJson(line));
  if (!content.ok) return content;
  const fonts = await bundledFonts().fontsFor(textsOfLabel(content.value, words), hanOf(content.value.shipTo.country));
  const page = parcelLabel(content.value, size, fonts, words);
  return page.ok ? {ok: true, value: {page: page.value, fonts}} : page;
}

interface OutFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function filesOf(pages: readonly Page[], {to, dpi, sheet, out}: LabelOptions, fonts: Fonts): readonly OutFile[] {
  const sheets = sheet ? [...impose(pages, sheet.size, sheet.up)] : pages;
  const glyphs = glyphStore(fonts);
  switch (to) {
    case 'pdf':
      return [{name: out, bytes: pdf(sheets, {title: path.basename(out), dpi}, fonts)}];
    case 'zpl':
      return [{name: out, bytes: new TextEncoder().encode(pages.map((page) => zpl(page, {dpi, glyphs})).join(''))}];
    case 'tspl':
      return [{name: out, bytes: concatenated(pages.map((page) => tspl(page, {dpi, glyphs})))}];
    case 'png':
      return sheets.map((page, at) => ({name: numbered(out, at), bytes: png(drawPage(page, dpi, glyphs), dpi)}));
  }
}

function numbered(name: string, at: number): string {
  if (at === 0) return name;
  const {dir, name: stem, ext} = path.parse(name);
  return path.join(dir, `${stem}-${at + 1}${ext}`);
}
