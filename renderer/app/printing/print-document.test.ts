import {afterEach, beforeEach, expect, test} from 'vitest';
import {ok} from '#core/lib/result.ts';
import type {DocumentJob} from '#core/printing/make-document.ts';
import {GivenPrintDesk} from '#core/testing/given-print-desk.ts';
import {givenPrinter, jobId, settled} from '#core/testing/given-printing.ts';
import type {LabelJob} from '#core/shipping/documents/label-page.ts';
import type {Instant} from '#core/time/instant.ts';
import {jobAbout, printDocument} from './print-document.ts';
import {followPrinting, usePrinting} from './print-store.ts';

let given: GivenPrintDesk;
let stop: () => void;
const printer = givenPrinter(1, {checking: 'always'});
const made: DocumentJob[] = [];

beforeEach(async () => {
  given = new GivenPrintDesk();
  stop = followPrinting(given.desktop);
  made.length = 0;
  await given.answers['printing.save'](printer);
});
afterEach(() => stop());

/** A label of two lines: what is asked of the worker comes back as its bytes. */
function print(city = 'Berlin', order = 'order-1') {
  const job: LabelJob = {
    label: {
      storefrontName: '',
      shipTo: {name: 'Mia Krug', street: '', city, country: 'DE'},
      orderNumber: '1001',
      contents: [],
    },
    said: {'label.shipTo': '', 'label.pieces': '', 'label.return': ''},
    title: 'Label for order 1001',
    madeAt: 0 as Instant,
  };
  return printDocument(printer, {kind: 'label', about: order, document: {make: 'label', job}}, async (asked) => {
    made.push(asked);
    return ok(new TextEncoder().encode(`^XA^FD${asked.make === 'label' && asked.job.label.shipTo.city}^FS^XZ`));
  });
}
const jobs = () => usePrinting.getState().desk?.jobs ?? [];
const outcome = async (printed: ReturnType<typeof print>) => {
  const done = await printed;
  await settled();
  return done.ok ? done.value.outcome : done.fault.code;
};

test('a label whose key is pressed twice is printed once; a changed one is another label', async () => {
  const both = await Promise.all([outcome(print()), outcome(print())]);
  const later = await outcome(print());
  const changed = await outcome(print('Bonn'));
  const other = await outcome(print('Berlin', 'order-2'));
  expect([both, later, changed, other, jobs().length, made[0]?.target, made[0]?.isChecked]).toEqual([
    ['asked', 'asked'],
    'before',
    'asked',
    'asked',
    3,
    printer,
    true,
  ]);
  expect(jobs()[0]?.job).toMatchObject({kind: 'label', dpi: 203, title: 'Label for order 1001', about: 'order-1'});
});

test('a label that has failed is not printed by its key alone, and the last copy is the one that is printed again', async () => {
  await print();
  await given.tick();
  given.printers.open[0]?.answer({outcome: 'refused', words: 'media-empty'});
  await settled();
  const first = jobs()[0]?.job.id ?? jobId(9);
  await given.answers['printing.reprint']({of: first, id: jobId(2), reason: 'faint'});
  await settled();
  const printed = await print();
  expect([
    jobs().map(({status}) => status),
    printed.ok && printed.value.outcome === 'before' && printed.value.queued.job.id,
    jobAbout(jobs(), 'label', 'order-1')?.job.id,
    jobAbout(jobs(), 'invoice', 'order-1'),
  ]).toEqual([['failed', 'sending'], jobId(2), jobId(2), undefined]);
});

test('a label that cannot be made is not asked for, and says why', async () => {
  const refused = await printDocument(
    printer,
    {kind: 'label', about: 'order-1', document: {make: 'label', job: {} as LabelJob}},
    async () => ({ok: false, fault: {code: 'printing.not_as_stored', values: {}}}),
  );
  expect([refused.ok ? '' : refused.fault.code, jobs()]).toEqual(['printing.not_as_stored', []]);
});
