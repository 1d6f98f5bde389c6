import type {MadeFile} from '../files/made-files.ts';
import {pdfFile} from '#core/paper/pdf/pdf-file.ts';
import {utf8} from '#core/lib/utf8.ts';

const mimeType = 'application/pdf';

/** A page with a password, as qpdf writes it (AES, 128 bits). */
const locked =
  'JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMyAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgPj4KZW5kb2' +
  'JqCjMgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyA0IDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKNCAwIG9iago8PCAvQ29udGVudHMg' +
  'NSAwIFIgL01lZGlhQm94IFsgMCAwIDI4OCA0MzIgXSAvUGFyZW50IDMgMCBSIC9SZXNvdXJjZXMgPDwgPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2' +
  'JqCjUgMCBvYmoKPDwgL0ZpbHRlciAvRmxhdGVEZWNvZGUgL0xlbmd0aCA0OCA+PgpzdHJlYW0K7BktPR1wQlihbeW9JrSEFMgaXKuWSvAYZHCW' +
  '0GVAt0GlvCed8O+8kbW/rUqP4lhdZW5kc3RyZWFtCmVuZG9iago2IDAgb2JqCjw8IC9DRiA8PCAvU3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3' +
  'BlbiAvQ0ZNIC9BRVNWMiAvTGVuZ3RoIDE2ID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMTI4IC9PIDwwZTUyMjkyNWEzZTRlODc0' +
  'YzNjZmFjYmVmNTExYTczYWM0ZWMyYmQ4NjVkY2QzZDQ2Mjc2MTQ5MTdhYmZkN2U0PiAvUCAtNCAvUiA0IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3' +
  'RkQ0YgL1UgPDFmOTAzYTIxZTYzNTYxOTUxODdlOWE4MTc3ZWVhM2Q3MDEyMjQ1NmE5MWJhZTUxMzQyNzNhNmRiMTM0Yzg3YzQ+IC9WIDQgPj4K' +
  'ZW5kb2JqCnhyZWYKMCA3CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMDY0IDAwMDAwIG4gCjAwMDAwMD' +
  'AwODUgMDAwMDAgbiAKMDAwMDAwMDE0NCAwMDAwMCBuIAowMDAwMDAwMjUwIDAwMDAwIG4gCjAwMDAwMDAzNjggMDAwMDAgbiAKdHJhaWxlciA8' +
  'PCAvSW5mbyAyIDAgUiAvUm9vdCAxIDAgUiAvU2l6ZSA3IC9JRCBbPDI3OTJhY2Y2ZTM0MTlmOTQ1NTE0N2ZmMmIwY2RkYTA1PjwyNzkyYWNmNm' +
  'UzNDE5Zjk0NTUxNDdmZjJiMGNkZGEwNT5dIC9FbmNyeXB0IDYgMCBSID4+CnN0YXJ0eHJlZgo2NjcKJSVFT0YK';

export const lockedPdf: MadeFile = {name: 'locked.pdf', mimeType, buffer: Buffer.from(locked, 'base64')};

/** So many pages with a black square on each. */
export function pdfOfPages(name: string, count: number): MadeFile {
  const file = pdfFile();
  const content = file.putStream(utf8('0 0 50 50 re f'));
  const pages = file.reserve();
  const kids = Array.from({length: count}, () =>
    file.put(`<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 288 432]/Resources<<>>/Contents ${content} 0 R>>`),
  );
  file.put(`<</Type/Pages/Count ${count}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`, pages);
  const root = file.put(`<</Type/Catalog/Pages ${pages} 0 R>>`);
  return {name, mimeType, buffer: Buffer.from(file.close({root, info: file.put('<<>>')}))};
}
