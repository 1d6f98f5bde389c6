import {fail, ok, type Result} from '../lib/result.ts';
import type {Bitmap} from '../paper/raster/bitmap.ts';
import type {LabelCode} from '../shipping/documents/parcel-label.ts';
import type {Checking} from './printer.ts';

/** A barcode as a scanner tells it; the identifier begins `]C1`, `]d2` or `]Q3` where it is one of GS1. */
export interface CodeRead {
  readonly identifier: string;
  readonly text: string;
}

/** Reads the barcodes of a picture. Not ours: what we drew is no witness of itself. */
export type ReadCodes = (bitmap: Bitmap) => Promise<readonly CodeRead[]>;

const identifierOf: Readonly<Record<LabelCode['kind'], RegExp>> = {
  code128: /^\]C0/,
  'gs1-128': /^\]C1/,
  datamatrix: /^\]d[01]/,
  'gs1-datamatrix': /^\]d2/,
  qr: /^\]Q[012]/,
};

/** Whether what a scanner reads on the paper is what the store says, `printing.not_as_stored` where it is not. */
export function compareCodes(stored: readonly LabelCode[], read: readonly CodeRead[]): Result<null> {
  for (const {kind, data} of stored) {
    const isThere = read.some(({identifier, text}) => text === data && identifierOf[kind].test(identifier));
    if (isThere) continue;
    return fail('printing.not_as_stored', {stored: data, read: read.map(({text}) => text).join(', ')});
  }
  return ok(null);
}

const sampleEvery = 10;

/** Whether a document is read back before it is printed; `name` chooses the sample, so that the same document is chosen every time. */
export function isChecked(checking: Checking = 'sample', name: string): boolean {
  if (checking !== 'sample') return checking === 'always';
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % sampleEvery === 0;
}
