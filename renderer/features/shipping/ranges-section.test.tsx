import {cleanup, fireEvent, screen, waitFor, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {EnteredRange} from '#core/shipping/ranges/messages.ts';
import {registerRange} from '#core/shipping/ranges/mutators.ts';
import {rangesKept} from '#core/shipping/ranges/queries.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {postalRange} from '#core/testing/number-desk.ts';
import type {Instant} from '#core/time/instant.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {RangesSection} from './ranges-section.tsx';

const letters: EnteredRange = {
  scheme: 's10',
  account: '5001',
  fixed: [
    {part: 'service', text: 'RR'},
    {part: 'country', text: 'DE'},
  ],
  from: '10000000',
  to: '10000009',
  wrap: 'end',
  alertBelow: 5,
};
let worker: DataWorkerInProcess;
let page: GivenPage;

beforeEach(async () => {
  emptyDesk();
  worker = startDataWorker({disk: new MemoryDisk()});
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
});
afterEach(() => {
  cleanup();
  worker.close();
});

const kept = () => readOnce(page.data, rangesKept, {});

function write(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label, {selector: 'input'}), {target: {value}});
}

async function openForm(kind: RegExp): Promise<void> {
  page.show(<RangesSection />);
  const add = screen.getByText('Add a range').closest('button');
  await waitFor(() => expect(add?.disabled).toBe(false));
  fireEvent.click(screen.getByText('Add a range'));
  fireEvent.click(await screen.findByLabelText('Carrier and service', {selector: 'input'}));
  fireEvent.click(await screen.findByText(kind, {selector: '[role=option] *, [role=option]'}));
}

function writeLetters({from = '10000000', to = '10000009'} = {}): void {
  write('Account', '5001');
  write('Service', 'rr');
  write('Country', 'de');
  write('First number', from);
  write('Last number', to);
}

/** As Enter in a field does. */
function submit(): void {
  fireEvent.submit(document.querySelector('[role="dialog"] form') ?? document.body);
}

function press(name: string): void {
  fireEvent.click(within(screen.getByRole('dialog')).getByText(name, {selector: 'button span'}));
}

test('a range is entered from the carrier’s letter, with its first and last number in sight, and undo takes it away', async () => {
  await openForm(/^Postal item/);
  writeLetters();
  await screen.findByText('RR100000003DE');
  const last = screen.queryByText('RR100000096DE') !== null;
  submit();
  await screen.findByText('0 used · 0 void · 10 free');
  const stored = (await kept()).map(({account, fixed, from, to}) => ({account, fixed, from, to}));
  useNotices.getState().current?.undo?.onUndo();
  await screen.findByText(/^No ranges yet/);

  expect([last, stored]).toEqual([true, [{account: '5001', fixed: letters.fixed, from: '10000000', to: '10000009'}]]);
});

test('what is no range is said at its field, and an overlap names the other range', async () => {
  await page.data.call('numbers.register', {range: letters});
  await openForm(/^Postal item/);
  submit();
  await screen.findByText('Write the account that the carrier gave them to.');
  writeLetters({from: '10000005', to: '10000020'});
  await screen.findByText(/These numbers overlap the range 10000000 to 10000009/);
  write('Last number', '10000001');
  await screen.findByText(/The range ends before it begins: 10000005 to 10000001/);
  write('First number', '1');
  write('Last number', '2');
  await screen.findByText(/has 8 digits/);

  expect(await kept()).toHaveLength(1);
});

test('a range that runs low says so, is ended, and one that another desk gives is taken over', async () => {
  await page.data.call('numbers.register', {range: letters});
  const {ok} = await page.data.call('numbers.draw', {
    scheme: 's10',
    account: '5001',
    parts: Array.from({length: 7}, () => ({})),
    on: '2026-03-02' as LocalDate,
  });
  await page.data.mutate(registerRange, postalRangeElsewhere());
  page.show(<RangesSection />);
  await screen.findByText('0 used · 0 void · 7 in hand · 3 free');
  const said = ['Runs low', 'Given by another desk'].map((words) => screen.queryByText(words) !== null);
  fireEvent.click(screen.getByRole('button', {name: 'End the range 10000000 to 10000009 of 5001'}));
  await screen.findByText('Ended');
  fireEvent.click(screen.getByRole('button', {name: /^Take over the range 20000000/}));
  write('First number that never went out', '20000040');
  press('Give them here');
  await screen.findByText('0 used · 40 void · 60 free');

  expect([ok, said, screen.queryByText('Enough') !== null]).toEqual([true, [true, true], true]);
});

function postalRangeElsewhere() {
  return {range: postalRange({from: '20000000', to: '20000099'})};
}
