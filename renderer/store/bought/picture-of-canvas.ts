import {must} from '#core/lib/assert.ts';
import type {Area} from '#core/paper/page.ts';

/** As wide as the panel beside the list shows it, sharp enough to be read there. */
const widthPx = 480;

/** A part of a drawn page as a small picture. */
export async function pictureOfCanvas(
  from: OffscreenCanvas,
  {leftMm, topMm, widthMm, heightMm}: Area,
  dpi: number,
): Promise<Blob> {
  const perMm = dpi / 25.4;
  const [width, height] = [widthPx, Math.max(1, Math.round((widthPx * heightMm) / widthMm))];
  const canvas = new OffscreenCanvas(width, height);
  const context = must(canvas.getContext('2d'), 'a canvas draws');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(from, leftMm * perMm, topMm * perMm, widthMm * perMm, heightMm * perMm, 0, 0, width, height);
  return canvas.convertToBlob({type: 'image/webp', quality: 0.8});
}
