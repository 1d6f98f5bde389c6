import {latin1} from '../../lib/latin1.ts';
import type {Bitmap} from '../raster/bitmap.ts';
import {pdfNumber} from './pdf-file.ts';
import {packedStream, plainPdf} from './plain-pdf.ts';

/** A page of these points that is one picture, one bit a dot, as a file that can be placed on a paper (`placePage`). */
export function bitmapPage(
  {bits, widthDots, heightDots}: Bitmap,
  size: {readonly width: number; readonly height: number},
): Uint8Array<ArrayBuffer> {
  const [width, height] = [pdfNumber(size.width), pdfNumber(size.height)];
  // Rows of an image are whole bytes here as well (ISO 32000-1, 8.9.3).
  const image = `/Type/XObject/Subtype/Image/Width ${widthDots}/Height ${heightDots}/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]`;
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>`;
  const bodies = new Map([
    [1, '<</Type/Catalog/Pages 2 0 R>>'],
    [2, '<</Type/Pages/Count 1/Kids[3 0 R]>>'],
    [3, page],
    [4, packedStream(image, bits)],
    [5, packedStream('', latin1(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`))],
  ]);
  return plainPdf(bodies, 1);
}
