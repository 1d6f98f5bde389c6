import {ok} from '#core/lib/result.ts';
import {fontShelf} from '#core/paper/fonts/font-shelf.ts';
import {commandCardPdf} from '#core/shipping/documents/command-card-pdf.ts';
import {labelFile} from '#core/shipping/documents/label-file.ts';
import type {LabelAnswer, LabelRequest} from '#core/shipping/label-messages.ts';
import {fetchFontFile} from './font-files.ts';

declare const self: DedicatedWorkerGlobalScope;

const shelf = fontShelf(fetchFontFile);

/** The worker's boundary: whatever goes wrong inside is told to the page, which would else wait for ever. */
self.onmessage = async ({data: {id, job}}: MessageEvent<LabelRequest>) => {
  try {
    const compiled = await ('label' in job ? labelFile(job, shelf) : commandCardPdf(job, shelf));
    if (compiled.ok) answer({id, result: ok({bytes: compiled.value})}, [compiled.value.buffer]);
    else answer({id, result: compiled});
  } catch (error) {
    answer({id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error)});
  }
};

function answer(message: LabelAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}
