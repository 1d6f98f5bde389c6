import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {desktopEdition} from '../editions/desktop-edition.ts';
import {LabelPrinter} from '../shift/label-printer.ts';
import {packShift} from '../shift/pack-shift.ts';

/**
 * A shift of 50 orders at the packing bench by scanner events alone: no network, the application killed twice, the printer unplugged once,
 * and the numbers of the carrier used up before its end. In the end there are as many parcels, labels and numbers as orders, none twice, all
 * of the ranges that were given, with the check digits as the labels' barcodes say them. `--orders N`; `--control` prints one label twice and
 * reads another with a digit changed, which must be noticed.
 */
const {values} = parseArgs({
  options: {
    orders: {type: 'string', default: '50'},
    budgeted: {type: 'boolean', default: false},
    control: {type: 'boolean', default: false},
  },
});
// The story of it has a few.
if (values.budgeted) process.exit(0);

const orders = Number(values.orders);
const profile = mkdtempSync(path.join(tmpdir(), 'tradewind-shift-'));
const edition = desktopEdition(profile, () => undefined, {program: 'whole'});
const printer = new LabelPrinter(values.control ? {twice: 3} : {});
await printer.plugIn();
const startedAt = performance.now();
const third = Math.floor(orders / 3);
const end = await packShift(edition, printer, {
  orders,
  killedBehind: [third, 2 * third],
  unpluggedBehind: third + 2,
  numbers: orders - 5,
  ...(values.control && {readAs: (codes) => codes.map((code, at) => (at === 1 ? smudged(code) : code))}),
});
const seconds = Math.round((performance.now() - startedAt) / 1_000);
await edition.close();
await printer.pullOut();
rmSync(profile, {recursive: true, maxRetries: 3});

console.log(
  [
    `${end.shipped} orders, ${end.parcels} parcels, ${end.labels} labels, ${end.numbers} numbers, ${end.doubles} doubles in ${seconds} s`,
    `${end.strangers} numbers of no range or with a wrong check digit, ${end.lost} lost in a kill,`,
    `${end.usedUp} time used up, ${end.unbalanced} ranges whose numbers are not all accounted for`,
  ].join('\n'),
);
const counts = [end.shipped, end.parcels, end.labels, end.numbers];
const isRight =
  counts.every((count) => count === orders) &&
  end.doubles + end.strangers + end.unbalanced === 0 &&
  end.usedUp === 1 &&
  end.lost <= 2;
if (values.control) {
  const isNoticed = !isRight && end.doubles === 1 && end.strangers === 1;
  console.log(isNoticed ? 'The double and the changed digit were noticed.' : 'They were NOT noticed.');
  process.exit(isNoticed ? 0 : 1);
}
process.exit(isRight ? 0 : 1);

/** The number with its last digit before the country another one. */
function smudged(code: string): string {
  return code.replace(/\d(?=[A-Z]{2}$)/, (digit) => String((Number(digit) + 1) % 10));
}
