import styles from './print-by-system.module.css';

/**
 * Opens the print window of the browser, or of the computer, with one label on a page of its size. Ends when that window is closed; whether
 * something was printed it does not say.
 */
export async function printBySystem(png: Uint8Array<ArrayBuffer>): Promise<void> {
  const url = URL.createObjectURL(new Blob([png], {type: 'image/png'}));
  const image = document.createElement('img');
  image.className = styles.label ?? '';
  image.alt = '';
  image.src = url;
  document.body.append(image);
  try {
    await image.decode();
    window.print();
  } finally {
    image.remove();
    URL.revokeObjectURL(url);
  }
}
