import {must} from '../../lib/assert.ts';
import type {Instant} from '../../time/instant.ts';
import {dateOfDay, dayMs} from '../../time/local-date.ts';
import {utf8} from '../../lib/utf8.ts';
import type {Face} from '../fonts/faces.ts';
import type {Fonts} from '../fonts/fonts.ts';
import {type Page, mmPerPt} from '../page.ts';
import {pageContent} from './page-content.ts';
import {pdfFile, pdfNumber, pdfText} from './pdf-file.ts';
import {type PdfFont, pdfFont} from './pdf-font.ts';

export interface PdfOptions {
  /** As a viewer shows it. */
  readonly title: string;
  /** When the document was made; where it is not told the file has no date. Never the clock: the same content gives the same bytes. */
  readonly madeAt?: Instant;
  /** Dots of the printer it is meant for: edges of barcodes lie on them. */
  readonly dpi: number;
  /** Shown and printed upside down. */
  readonly isTurned?: boolean;
}

/** Pages as one PDF with the parts of the fonts they use; its text can be searched and copied. The same pages give the same bytes. */
export function pdf(
  pages: Iterable<Page>,
  {title, madeAt, dpi, isTurned = false}: PdfOptions,
  fonts: Fonts,
): Uint8Array<ArrayBuffer> {
  const file = pdfFile();
  const used = new Map<Face, PdfFont>();
  const fontOf = (face: Face) => {
    const known = used.get(face);
    if (known) return known;
    const font = pdfFont(file, face, must(fonts.font(face), 'a text is set in loaded faces'));
    used.set(face, font);
    return font;
  };

  const tree = file.reserve();
  const numbers: number[] = [];
  for (const page of pages) {
    const {content, fonts: shown} = pageContent(page, dpi, fontOf);
    const stream = file.putStream(utf8(content));
    const box = `0 0 ${pdfNumber(page.widthMm / mmPerPt)} ${pdfNumber(page.heightMm / mmPerPt)}`;
    const resources = shown.map(({name, number}) => `/${name} ${number} 0 R`).join('');
    numbers.push(
      file.put(
        `<</Type/Page/Parent ${tree} 0 R/MediaBox[${box}]${isTurned ? '/Rotate 180' : ''}/Resources<</Font<<${resources}>>>>/Contents ${stream} 0 R>>`,
      ),
    );
  }
  file.put(`<</Type/Pages/Count ${numbers.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`, tree);
  for (const font of used.values()) font.write();

  // A label is printed as large as it is.
  const root = file.put(
    `<</Type/Catalog/Pages ${tree} 0 R/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>`,
  );
  const info = file.put(
    `<</Title ${pdfText(title)}/Creator(Tradewind)${madeAt === undefined ? '' : `/CreationDate(${pdfDate(madeAt)})`}>>`,
  );
  return file.close({root, info});
}

/** `D:YYYYMMDDHHMMSSZ`. */
function pdfDate(instant: Instant): string {
  const day = Math.floor(instant / dayMs);
  const seconds = Math.floor((instant - day * dayMs) / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `D:${dateOfDay(day).replaceAll('-', '')}${time.map((part) => String(part).padStart(2, '0')).join('')}Z`;
}
