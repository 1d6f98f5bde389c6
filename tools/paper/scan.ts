import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {prepareZXingModule, readBarcodes} from 'zxing-wasm/reader';
import {type Bitmap, isBlack} from '#core/paper/raster/bitmap.ts';

/** What a scanner says of one barcode; the identifier begins `]C1` where Code 128 is GS1-128. */
export interface Scanned {
  readonly format: string;
  readonly text: string;
  readonly identifier: string;
}

// Given as bytes, for it would otherwise be fetched from outside.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
let prepared = false;

/** Reads all barcodes of a picture with a reader that is not ours, from top to bottom. */
export async function scan(bitmap: Bitmap): Promise<readonly Scanned[]> {
  const {widthDots, heightDots} = bitmap;
  const grey = new Uint8Array(widthDots * heightDots);
  for (let y = 0, at = 0; y < heightDots; y++)
    for (let x = 0; x < widthDots; x++, at++) grey[at] = isBlack(bitmap, x, y) ? 0 : 255;
  return scanGrey({width: widthDots, height: heightDots, grey});
}

/** The same of a picture in grey, a byte a dot. */
export async function scanGrey({width, height, grey}: Grey): Promise<readonly Scanned[]> {
  if (!prepared)
    prepareZXingModule({overrides: {wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length)}});
  prepared = true;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < grey.length; at++) data.fill(grey[at] ?? 255, at * 4, at * 4 + 3);
  const found = await readBarcodes(
    {data, width, height, colorSpace: 'srgb'},
    {
      formats: ['Code128', 'DataMatrix', 'QRCode', 'EAN13'],
      tryHarder: true,
      tryRotate: false,
      tryInvert: false,
      maxNumberOfSymbols: 20,
    },
  );
  return found
    .filter(({isValid}) => isValid)
    .toSorted((a, b) => a.position.topLeft.y - b.position.topLeft.y)
    .map(({format, text, symbologyIdentifier}) => ({format, text, identifier: symbologyIdentifier}));
}

export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** A picture turned by a quarter, for a label that came out across. */
export function onItsSide({width, height, grey}: Grey): Grey {
  const turned = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = grey[y * width + x] ?? 255;
  return {width: height, height: width, grey: turned};
}
