import styles from './print-pdf.module.css';

/** Three dots for each of the printers most people have, so that every bar of a barcode keeps its edges. */
const dpi = 609;

/**
 * Brings a PDF to the print dialog, on paper of its own size. A page may hold no frame, in which a browser would show the file, so the
 * window prints its pages as dots and nothing of itself. Resolves when the dialog is closed; whether anything came out nobody says.
 */
export async function printPdf(bytes: Uint8Array): Promise<void> {
  const {drawAllPages} = await import('./draw-page.ts');
  const pages = await drawAllPages(bytes, dpi);
  const [first] = pages;
  if (!first) return;
  const sheet = document.createElement('div');
  sheet.className = styles.printed ?? '';
  for (const {canvas, widthPt, heightPt} of pages) {
    canvas.style.width = `${widthPt}pt`;
    canvas.style.height = `${heightPt}pt`;
    sheet.append(canvas);
  }
  const paper = new CSSStyleSheet();
  paper.replaceSync(`@page { size: ${first.widthPt}pt ${first.heightPt}pt; margin: 0; }`);
  document.adoptedStyleSheets.push(paper);
  document.body.append(sheet);
  document.body.dataset['prints'] = '';
  try {
    // Answers when the dialog is closed.
    window.print();
  } finally {
    delete document.body.dataset['prints'];
    sheet.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== paper);
  }
}
