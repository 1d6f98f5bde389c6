import {latin1, latin1Of} from '../../lib/latin1.ts';
import {type Matrix, product} from './matrix.ts';
import {pdfNumber} from './pdf-file.ts';
import {dictionaryOf, numbersIn, onlyPageOf, pdfObjectsOf} from './pdf-objects.ts';

/** Where a part of a page goes: points, measured from the upper left corner of what a viewer shows. */
export interface Placing {
  /** The part that is kept; everything beside it is cut off. */
  readonly part: {readonly left: number; readonly top: number; readonly width: number; readonly height: number};
  /** The new page. */
  readonly width: number;
  readonly height: number;
  /** Where the part lies on it, turned to the left by a quarter where it is to be, and how much larger. */
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly isTurned: boolean;
  /** Printed upside down, for printers whose paper comes out that way. */
  readonly isUpsideDown?: boolean;
}

/** These are of the page as it was. */
const dropped: ReadonlySet<string> = new Set([
  'MediaBox',
  'CropBox',
  'TrimBox',
  'BleedBox',
  'ArtBox',
  'Rotate',
  'Contents',
  'Annots',
  'UserUnit',
]);

/**
 * The only page of a PDF with a part of it in the place of the whole, as vectors and fonts as they were: an update behind the file
 * (ISO 32000-1, 7.5.6) that clips and moves what the page draws. Undefined for a file that we do not read: see `pdfObjectsOf`.
 */
export function placePage(
  pdf: Uint8Array,
  where: Placing | ((page: {readonly width: number; readonly height: number}) => Placing),
): Uint8Array<ArrayBuffer> | undefined {
  const objects = pdfObjectsOf(latin1Of(pdf));
  const page = objects && onlyPageOf(objects);
  const entries = objects && page !== undefined ? dictionaryOf(objects, page) : undefined;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersIn(entries?.get('CropBox') ?? entries?.get('MediaBox'));
  if (!objects || page === undefined || !entries || x1 <= x0 || y1 <= y0) return undefined;

  const shown = shownBy({x0, y0, x1, y1}, numbersIn(entries.get('Rotate'))[0] ?? 0);
  const placing = typeof where === 'function' ? where(shown) : where;
  const placed = product(shown.matrix, placedBy(placing)(shown.height));
  const clip = clipOf(placing).map(pdfNumber).join(' ');
  const before = `q ${clip} re W n ${placed.map(pdfNumber).join(' ')} cm q\n`;
  const kept = [...entries].filter(([name]) => !dropped.has(name)).map(([name, value]) => `/${name} ${value}`);
  const [first, last] = [objects.size, objects.size + 1];
  const drawn = (entries.get('Contents') ?? '').replace(/^\[|\]$/g, '').trim();
  const changed =
    `<<${kept.join(' ')}/MediaBox[0 0 ${pdfNumber(placing.width)} ${pdfNumber(placing.height)}]/Rotate ${placing.isUpsideDown === true ? 180 : 0}` +
    `/Contents[${first} 0 R ${drawn} ${last} 0 R]>>`;
  return latin1(
    withUpdate(objects, [
      {number: page, body: changed},
      {number: first, body: streamOf(before)},
      {number: last, body: streamOf('\nQ Q\n')},
    ]),
  );
}

function streamOf(text: string): string {
  return `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
}

interface Changed {
  readonly number: number;
  readonly body: string;
}

function withUpdate(
  {bytes, startXref, size, root, info}: NonNullable<ReturnType<typeof pdfObjectsOf>>,
  changes: readonly Changed[],
): string {
  let file = bytes.endsWith('\n') ? bytes : `${bytes}\n`;
  const table: string[] = [];
  const own = size + 2;
  for (const {number, body} of changes) {
    table.push(entryOf(file.length));
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const begin = file.length;
  table.push(entryOf(begin));
  const index = [...changes.map(({number}) => number), own].map((number) => `${number} 1`).join(' ');
  const data = table.join('');
  const told = info === undefined ? '' : `/Info ${info} 0 R`;
  return (
    `${file}${own} 0 obj\n<</Type/XRef/Size ${own + 1}/W[1 4 2]/Index[${index}]/Root ${root} 0 R${told}` +
    `/Prev ${startXref}/Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\nstartxref\n${begin}\n%%EOF\n`
  );
}

export function entryOf(offset: number): string {
  const bytes = [1, offset >>> 24, (offset >>> 16) & 255, (offset >>> 8) & 255, offset & 255, 0, 0];
  return String.fromCharCode(...bytes);
}

/** A page as a viewer shows it, and how its own space gets there: points from the lower left corner. */
interface Shown {
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
}

/** From the page's own space to points from the lower left corner of what a viewer shows. */
function shownBy(
  {x0, y0, x1, y1}: {readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number},
  rotate: number,
): Shown {
  const turns = (((rotate / 90) % 4) + 4) % 4;
  switch (turns) {
    case 1:
      return {matrix: [0, -1, 1, 0, -y0, x1], width: y1 - y0, height: x1 - x0};
    case 2:
      return {matrix: [-1, 0, 0, -1, x1, y1], width: x1 - x0, height: y1 - y0};
    case 3:
      return {matrix: [0, 1, -1, 0, y1, -x0], width: y1 - y0, height: x1 - x0};
    default:
      return {matrix: [1, 0, 0, 1, -x0, -y0], width: x1 - x0, height: y1 - y0};
  }
}

/** From what a viewer shows to the new page, given how high the old one is. */
function placedBy({part, left, top, scale, isTurned, height}: Placing): (pageHeight: number) => Matrix {
  return (pageHeight) => {
    // The lower left corner of the part in the old page.
    const [x, y] = [part.left, pageHeight - part.top - part.height];
    if (!isTurned) {
      return [scale, 0, 0, scale, left - scale * x, height - top - scale * part.height - scale * y];
    }
    // Turned by a quarter to the left: what was its right edge is on top.
    const bottom = height - top - scale * part.width;
    return [0, scale, -scale, 0, left + scale * (y + part.height), bottom - scale * x];
  };
}

function clipOf({part, left, top, scale, isTurned, height}: Placing): readonly number[] {
  const [width, tall] = isTurned
    ? [part.height * scale, part.width * scale]
    : [part.width * scale, part.height * scale];
  return [left, height - top - tall, width, tall];
}

/** So little too large is not made smaller: its bars would no longer lie on the printer's dots, and papers of one size differ by more. */
const nearlyFits = 0.985;

/** A part of a page in the middle of a paper: as large as it is where it fits, else smaller, turned where more of it fits so. */
export function fittedOn(part: Placing['part'], paper: {readonly width: number; readonly height: number}): Placing {
  const upright = Math.min(1, paper.width / part.width, paper.height / part.height);
  const turned = Math.min(1, paper.width / part.height, paper.height / part.width);
  const isTurned = turned > upright + 0.02;
  const fits = isTurned ? turned : upright;
  const scale = fits >= nearlyFits ? 1 : fits;
  const [width, height] = isTurned ? [part.height, part.width] : [part.width, part.height];
  return {
    part,
    ...paper,
    left: (paper.width - width * scale) / 2,
    top: (paper.height - height * scale) / 2,
    scale,
    isTurned,
  };
}
