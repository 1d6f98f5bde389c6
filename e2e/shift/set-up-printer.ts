import type {Page} from 'playwright';
import {idFromName} from '#core/lib/id.ts';
import type {LabelPrinter} from './label-printer.ts';

/** By the same calls as the page that shows printers. */
export async function setUpPrinter(
  page: Page,
  {port}: LabelPrinter,
  {dpi = 203, language = 'zpl'}: {readonly dpi?: 203 | 300; readonly language?: 'zpl' | 'pdf'} = {},
): Promise<void> {
  const id = idFromName('printer', 'shift');
  const way = {way: 'raw', host: '127.0.0.1', port} as const;
  const paper = {media: 'na_index-4x6_4x6in', language, dpi} as const;
  // What reads barcodes back comes by a socket here too, with the first label that is checked.
  const printerSet = {id, name: 'Zebra', ...paper, way, checking: 'never'} as const;
  await page.evaluate(async (given) => {
    await window.desktop?.call('printing.save', given);
    await window.desktop?.call('printing.route', {routes: [{kind: 'label', printerId: given.id}]});
  }, printerSet);
}
