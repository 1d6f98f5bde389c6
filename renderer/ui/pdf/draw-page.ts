import {type PDFDocumentLoadingTask, type PDFPageProxy, PDFWorker, VerbosityLevel, getDocument} from 'pdfjs-dist';
import PdfJsWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

interface Drawing {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly pixelRatio: number;
  /** Aborts the drawing; the promise then rejects with its reason. */
  readonly signal: AbortSignal;
}

/** A page of a PDF as dots, and how large it is on paper. */
export interface DrawnPage {
  readonly canvas: HTMLCanvasElement;
  readonly widthPt: number;
  readonly heightPt: number;
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
  const task = reading(bytes);
  const abandon = () => void task.destroy();
  signal.addEventListener('abort', abandon, {once: true});

  try {
    const pdf = await task.promise;
    const page = await pdf.getPage(1);
    signal.throwIfAborted();
    return await drawn(page, (widthPx * pixelRatio) / page.getViewport({scale: 1}).width);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', abandon);
    abandon();
  }
}

/** Every page of a PDF, as fine as a printer of so many dots an inch prints it. */
export async function drawAllPages(bytes: Uint8Array, dpi: number): Promise<readonly DrawnPage[]> {
  const task = reading(bytes);
  try {
    const pdf = await task.promise;
    const pages: DrawnPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const {width: widthPt, height: heightPt} = page.getViewport({scale: 1});
      pages.push({canvas: await drawn(page, dpi / pointsPerInch), widthPt, heightPt});
    }
    return pages;
  } finally {
    void task.destroy();
  }
}

const pointsPerInch = 72;

function reading(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    // The reader takes the buffer it is given away from the page, so it gets a copy.
    data: bytes.slice(),
    worker: sharedReader(),
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: true,
  });
}

async function drawn(page: PDFPageProxy, scale: number): Promise<HTMLCanvasElement> {
  const viewport = page.getViewport({scale});
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({canvas, viewport, intent: 'print'}).promise;
  return canvas;
}
