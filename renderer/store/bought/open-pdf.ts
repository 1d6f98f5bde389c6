import {type PDFDocumentProxy, type PDFPageProxy, PDFWorker, VerbosityLevel, getDocument} from 'pdfjs-dist';
import PdfJsWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import {must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {OwnPdfData} from './pdf-data.ts';
import {NoFilters, WorkerCanvasFactory} from './worker-canvas.ts';

let parser: PDFWorker | undefined;

/** A PDF is taken apart in a worker of its own: one that brings it down brings nothing else down. */
function ownParser(): PDFWorker {
  parser ??= PDFWorker.create({port: new PdfJsWorker({name: 'label pdf'}), verbosity: VerbosityLevel.ERRORS});
  return parser;
}

export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  close(): Promise<void>;
}

/** Opens a PDF from outside. Faults: `shipping.bought_encrypted`, `shipping.bought_damaged`. */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf>> {
  const task = getDocument({
    // The parser takes the buffer it is given away.
    data: bytes.slice(),
    worker: ownParser(),
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilters,
    BinaryDataFactory: OwnPdfData,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const pdf = await task.promise;
    return ok({pdf, close: () => task.destroy()});
  } catch (error) {
    await task.destroy();
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return fail('shipping.bought_encrypted');
    if (name === 'InvalidPDFException' || name === 'FormatError' || name === 'UnknownErrorException') {
      return fail('shipping.bought_damaged');
    }
    throw error;
  }
}

export interface DrawnPdfPage {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
}

/** A page as dots, black on white; moved by a part of a dot, where that is asked. */
export async function drawPdfPage(
  page: PDFPageProxy,
  dpi: number,
  {x, y}: {readonly x: number; readonly y: number} = {x: 0, y: 0},
): Promise<DrawnPdfPage> {
  const viewport = page.getViewport({scale: dpi / pointsPerInch});
  const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const context = must(canvas.getContext('2d', {willReadFrequently: true}), 'a canvas draws');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const onto = context as unknown as never;
  await page.render({canvas: null, canvasContext: onto, viewport, transform: [1, 0, 0, 1, x, y], intent: 'print'})
    .promise;
  return {canvas, context};
}

export const pointsPerInch = 72;
