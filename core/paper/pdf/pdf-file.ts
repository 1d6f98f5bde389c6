import {utf8} from '../../lib/utf8.ts';
import {concatenated} from '../bytes.ts';
import {deflateShort} from './deflate-short.ts';

/** A PDF that grows by its objects (ISO 32000-1, 7.5): numbered bodies, then where each lies. */
export interface PdfFile {
  /** A number for an object whose body comes later. */
  reserve(): number;
  /** Writes an object's body; returns its number. */
  put(body: string, number?: number): number;
  /** Writes a compressed stream; `entries` are those of its dictionary but for length and filter. */
  putStream(data: Uint8Array, entries?: string, number?: number): number;
  close(entries: {readonly root: number; readonly info: number}): Uint8Array<ArrayBuffer>;
}

export function pdfFile(): PdfFile {
  // The second line says to whoever moves the file that it is not text.
  const parts: Uint8Array[] = [utf8('%PDF-1.7\n%éèêë\n')];
  const offsets: number[] = [0];
  let length = parts[0]?.length ?? 0;

  const write = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  const reserve = () => offsets.push(0) - 1;
  const begin = (number: number) => {
    offsets[number] = length;
    return number;
  };

  return {
    reserve,
    put: (body, number = reserve()) => {
      begin(number);
      write(utf8(`${number} 0 obj\n${body}\nendobj\n`));
      return number;
    },
    putStream: (data, entries = '', number = reserve()) => {
      begin(number);
      const packed = deflateShort(data);
      write(utf8(`${number} 0 obj\n<</Length ${packed.length}/Filter/FlateDecode${entries}>>\nstream\n`));
      write(packed);
      write(utf8('\nendstream\nendobj\n'));
      return number;
    },
    close: ({root, info}) => {
      const start = length;
      const lines = offsets.map((offset, number) =>
        number === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
      );
      write(
        utf8(
          `xref\n0 ${offsets.length}\n${lines.join('')}trailer\n<</Size ${offsets.length}/Root ${root} 0 R/Info ${info} 0 R>>\n`,
        ),
      );
      write(utf8(`startxref\n${start}\n%%EOF\n`));
      return concatenated(parts);
    },
  };
}

/** A text of any letters as a string of PDF. */
export function pdfText(text: string): string {
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at++) hex += hex4(text.charCodeAt(at));
  return `<${hex}>`;
}

/** Four digits of base 16. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** A number as PDF writes it: no exponent, no more digits than can be seen. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 10_000) / 10_000;
  return Math.abs(rounded) < 0.000_1 ? '0' : String(rounded);
}
