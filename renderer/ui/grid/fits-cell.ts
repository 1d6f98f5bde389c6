/** What of a cell's width is not its text: padding on both sides, and the mark before a word. */
const paddingPx = 16;
const markPx = 15;
/** Drawing and measuring differ by the fraction of a letter. */
const sparePx = 2;

/**
 * Whether each of the texts can be drawn in a cell of this width, so that the cell needs no clip. False where nothing can
 * be measured.
 */
export function fitsCell(texts: readonly string[], widthPx: number, {marked = false} = {}): boolean {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return false;
  const {fontSize, fontFamily} = getComputedStyle(document.body);
  pen.font = `${fontSize} ${fontFamily}`;
  const room = widthPx - paddingPx - sparePx - (marked ? markPx : 0);
  return texts.every((text) => pen.measureText(text).width <= room);
}
