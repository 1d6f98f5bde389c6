import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {desktopEdition} from '../../e2e/editions/desktop-edition.ts';
import {LabelPrinter} from '../../e2e/shift/label-printer.ts';
import {readQuickly} from '../../e2e/shift/printed-label.ts';
import {packShift} from '../../e2e/shift/pack-shift.ts';

/** How many orders are packed; nothing goes wrong meanwhile. */
const orders = 60;
/** What a page that was just opened does for the first time is no part of a shift. */
const warmUp = 5;

/** Milliseconds from the last scan of an item to the first byte of its label at a raw port, order by order, with carriers' numbers. */
export async function scansToBytes(): Promise<readonly number[]> {
  const profile = mkdtempSync(path.join(tmpdir(), 'tradewind-scans-'));
  const edition = desktopEdition(profile, () => undefined, {program: 'whole'});
  const printer = new LabelPrinter({read: readQuickly});
  await printer.plugIn();
  const times: number[] = [];
  const undisturbed = {killedBehind: [], unpluggedBehind: -1, numbers: orders + 1};
  await packShift(edition, printer, {orders, ...undisturbed, timed: (ms) => times.push(ms)});
  await edition.close();
  await printer.pullOut();
  rmSync(profile, {recursive: true, maxRetries: 3});
  return times.slice(warmUp);
}
