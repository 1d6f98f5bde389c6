import {PDFWorker, VerbosityLevel, getDocument} from 'pdfjs-dist';
import PdfJsWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

interface Drawing {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly pixelRatio: number;
  /** Aborts the drawing; the promise then rejects with its reason. */
  readonly signal: AbortSignal;
}

let reader: PDFWorker | undefined;

/** One worker reads the PDFs of all previews of a window. */
function sharedReader(): PDFWorker {
  reader ??= PDFWorker.create({port: new PdfJsWorker({name: 'pdf'}), verbosity: VerbosityLevel.ERRORS});
  return reader;
}

/**
 * The first page of a PDF, `widthPx` CSS pixels wide, drawn on a canvas of its own. Rejects when the bytes are no PDF that
 * can be drawn. Fonts must be embedded: no others are looked for.
 */
export async function drawFirstPage({bytes, widthPx, pixelRatio, signal}: Drawing): Promise<HTMLCanvasElement> {
  signal.throwIfAborted();
  const task = getDocument({
    // The reader takes the buffer it is given away from the page, so it gets a copy.
    data: bytes.slice(),
    worker: sharedReader(),
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: true,
  });
  const abandon = () => void task.destroy();
  signal.addEventListener('abort', abandon, {once: true});

  try {
    const pdf = await task.promise;
    const page = await pdf.getPage(1);
    signal.throwIfAborted();
    const viewport = page.getViewport({scale: (widthPx * pixelRatio) / page.getViewport({scale: 1}).width});
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({canvas, viewport, intent: 'print'}).promise;
    return canvas;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', abandon);
    abandon();
  }
}
