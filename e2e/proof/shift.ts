import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {desktopEdition} from '../editions/desktop-edition.ts';
import {LabelPrinter} from '../shift/label-printer.ts';
import {packShift} from '../shift/pack-shift.ts';

/**
 * A shift of 50 orders at the packing bench by scanner events alone: no network, the application killed twice, the printer unplugged once.
 * In the end there are as many parcels and labels as orders, and none twice. `--orders N`.
 */
const {values} = parseArgs({
  options: {orders: {type: 'string', default: '50'}, budgeted: {type: 'boolean', default: false}},
});
// The story of it has a few.
if (values.budgeted) process.exit(0);

const orders = Number(values.orders);
const profile = mkdtempSync(path.join(tmpdir(), 'tradewind-shift-'));
const edition = desktopEdition(profile, () => undefined);
const printer = new LabelPrinter();
await printer.plugIn();
const startedAt = performance.now();
const third = Math.floor(orders / 3);
const end = await packShift(edition, printer, {orders, killedBehind: [third, 2 * third], unpluggedBehind: third + 2});
const seconds = Math.round((performance.now() - startedAt) / 1_000);
await edition.close();
await printer.pullOut();
rmSync(profile, {recursive: true, maxRetries: 3});
const isRight = end.shipped === orders && end.parcels === orders && end.labels === orders && end.doubles === 0;
console.log(
  `${end.shipped} orders, ${end.parcels} parcels, ${end.labels} labels, ${end.doubles} doubles in ${seconds} s`,
);
process.exit(isRight ? 0 : 1);
