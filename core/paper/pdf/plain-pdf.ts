import {zlibSync} from 'fflate';
import {latin1, latin1Of} from '../../lib/latin1.ts';
import {entryOf} from './place-page.ts';

/** A stream with these entries in its dictionary, packed; one byte a letter. */
export function packedStream(entries: string, bytes: Uint8Array): string {
  const packed = latin1Of(zlibSync(bytes, {level: 6}));
  return `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`;
}

/** A file of these objects, each under its number, with a cross-reference stream that `pdfObjectsOf` reads. */
export function plainPdf(bodies: ReadonlyMap<number, string>, root: number): Uint8Array<ArrayBuffer> {
  let file = '%PDF-1.7\n%\u00e9\u00e8\u00eb\u00ea\n';
  let [table, index, last] = ['', '', 1];
  for (const [number, body] of [...bodies].toSorted(([one], [other]) => one - other)) {
    index += `${number} 1 `;
    table += entryOf(file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
    last = Math.max(last, number + 1);
  }
  table += entryOf(file.length);
  return latin1(
    `${file}${last} 0 obj\n<</Type/XRef/Size ${last + 1}/W[1 4 2]/Index[${index}${last} 1]/Root ${root} 0 R` +
      `/Length ${table.length}>>\nstream\n${table}\nendstream\nendobj\nstartxref\n${file.length}\n%%EOF\n`,
  );
}
