import {utf8} from '../../lib/utf8.ts';
import type {Face} from '../fonts/faces.ts';
import {subsetOf} from '../fonts/truetype-subset.ts';
import type {TrueTypeFont} from '../fonts/truetype.ts';
import {type PdfFile, hex4} from './pdf-file.ts';

/** A glyph in a document: the four digits of its code, and how far it moves the pen, in ems. */
export interface ShownGlyph {
  readonly text: string;
  readonly code: string;
  readonly advanceEm: number;
}

/** A font as one document uses it: only the glyphs that are shown, and what each of them says. */
export interface PdfFont {
  /** What a page calls it. */
  readonly name: string;
  readonly number: number;
  /** How a page shows this glyph where it stands for this text. */
  shown(glyph: number, text: string): ShownGlyph;
  write(): void;
}

const names: Readonly<Record<Face, string>> = {
  sans: 'NotoSans-Regular',
  sansBold: 'NotoSans-Bold',
  hebrew: 'NotoSansHebrew-Regular',
  hebrewBold: 'NotoSansHebrew-Bold',
  arabic: 'NotoSansArabic-Regular',
  arabicBold: 'NotoSansArabic-Bold',
  thai: 'NotoSansThai-Regular',
  thaiBold: 'NotoSansThai-Bold',
  chinese: 'NotoSansSC-Medium',
  japanese: 'NotoSansJP-Medium',
  korean: 'NotoSansKR-Medium',
};

/** ISO 32000-1, 9.7.4: a composite font whose codes are the numbers of the subset's glyphs. */
export function pdfFont(file: PdfFile, face: Face, font: TrueTypeFont): PdfFont {
  const subset = subsetOf(font);
  const number = file.reserve();
  const used: {readonly glyph: number; readonly text: string}[] = [];
  // Two characters with one outline stay two characters when the text is copied.
  const shown = new Map<number, ShownGlyph[]>();

  const perMille = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const widthOf = (glyph: number) => perMille(font.metricsOf(glyph).advance);

  return {
    name: `F${number}`,
    number,
    shown: (glyph, text) => {
      let known = shown.get(glyph);
      if (!known) shown.set(glyph, (known = []));
      for (const one of known) if (one.text === text) return one;
      const one = {text, code: hex4(subset.add(glyph)), advanceEm: widthOf(glyph) / 1000};
      used.push({glyph, text});
      known.push(one);
      return one;
    },
    write: () => {
      // Six letters and a plus say that it is a part of the font.
      const name = `PARCEL+${names[face]}`;
      const program = subset.encode();
      const {minX, minY, maxX, maxY} = font.bounds;
      const programNumber = file.putStream(program, `/Length1 ${program.length}`);
      const descriptor = file.put(
        `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${[minX, minY, maxX, maxY].map(perMille).join(' ')}]/ItalicAngle 0` +
          `/Ascent ${perMille(font.ascent)}/Descent ${perMille(font.descent)}/CapHeight ${perMille(font.capHeight)}/StemV 80/FontFile2 ${programNumber} 0 R>>`,
      );
      const descendant = file.put(
        `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
          `/FontDescriptor ${descriptor} 0 R/DW 1000/W[1[${used.map(({glyph}) => widthOf(glyph)).join(' ')}]]/CIDToGIDMap/Identity>>`,
      );
      const toUnicode = file.putStream(utf8(unicodeMap(used.map(({text}) => text))));
      file.put(
        `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
        number,
      );
    },
  };
}

/** What each code says, from 1 on, so that text can be searched and copied (ISO 32000-1, 9.10.3). */
function unicodeMap(texts: readonly string[]): string {
  const lines = texts.flatMap((text, at) => (text === '' ? [] : [`<${hex4(at + 1)}><${utf16(text)}>`]));
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return (
    '/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n' +
    `/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n${blocks.join('\n')}\n` +
    'endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend'
  );
}

function utf16(text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at++) hex += hex4(text.charCodeAt(at));
  return hex;
}
