import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url';

/** What PDFs may leave out because every reader has it: the fourteen fonts, the tables of Chinese, Japanese and Korean, the decoders. */
const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});
const characterMaps = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

const urls: ReadonlyMap<string, string> = new Map([
  ...[...Object.entries(fonts), ...Object.entries(characterMaps)].map(
    ([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url] as const,
  ),
  ['jbig2.wasm', jbig2],
  ['openjpeg.wasm', openjpeg],
]);

/** Hands such files to the reader of PDFs from our own origin: nothing is fetched from outside. */
export class OwnPdfData {
  async fetch({filename}: {readonly filename: string}): Promise<Uint8Array> {
    const url = urls.get(filename);
    if (url === undefined) throw new Error(`the reader of PDFs asks for ${filename}, which nobody has`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${filename} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
