import {ok} from '#core/lib/result.ts';
import {fontShelf} from '#core/paper/fonts/font-shelf.ts';
import type {DocumentAnswer, DocumentRequest} from '#core/printing/document-messages.ts';
import {makeDocument} from '#core/printing/make-document.ts';
import {fetchFontFile} from './font-files.ts';
import {readCodes} from './read-codes.ts';

declare const self: DedicatedWorkerGlobalScope;

const tools = {shelf: fontShelf(fetchFontFile), read: readCodes};

/** The worker's boundary: whatever goes wrong inside is told to the page, which would else wait for ever. */
self.onmessage = async ({data: {id, ...job}}: MessageEvent<DocumentRequest>) => {
  try {
    const made = await makeDocument(job, tools);
    if (made.ok) answer({id, result: ok({bytes: made.value})}, [made.value.buffer]);
    else answer({id, result: made});
  } catch (error) {
    answer({id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error)});
  }
};

function answer(message: DocumentAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}
