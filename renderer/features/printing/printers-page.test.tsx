import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {GivenPrintDesk} from '#core/testing/given-print-desk.ts';
import {givenJob, givenPrinter, jobId, labelBytes, settled} from '#core/testing/given-printing.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {followPrinting} from '../../app/printing/print-store.ts';
import {givenPage} from '../../app/testing/given-page.tsx';
import {PrintersPage} from './printers-page.tsx';

let given: GivenPrintDesk;
let stop: () => void;
const channel = new MessageChannel();

beforeEach(() => {
  given = new GivenPrintDesk();
});
afterEach(() => {
  cleanup();
  stop();
  vi.restoreAllMocks();
});

async function shown(): Promise<void> {
  stop = followPrinting(given.desktop);
  givenPage(channel.port1).show(<PrintersPage onBack={() => undefined} />);
  await screen.findByText('Print queue');
}

/** By the word on it, or the word in its tooltip. */
const press = (name: string): boolean => fireEvent.click(screen.queryByText(name) ?? screen.getByLabelText(name));
const key = (letter: string): boolean =>
  fireEvent.keyDown(document.body, {key: letter, code: `Key${letter.toUpperCase()}`});
/** Chooses one of the words of a field; its options stand beside it. */
function choose(field: string, option: string): void {
  const [input] = screen.getAllByLabelText(field);
  fireEvent.click(input ?? document.body);
  const list = document.getElementById(input?.getAttribute('aria-controls') ?? '');
  fireEvent.click(within(list ?? document.body).getByText(option));
}
const jobs = async () => {
  const told = await given.answers['printing.desk']({});
  return told.ok ? told.value.jobs.map(({job, status}) => `${job.title ?? job.id} ${status}`) : told.fault.code;
};
/** Everything that waits is sent and ends as said. */
const ends = async (sent: Parameters<(typeof given.printers.open)[0]['answer']>[0]): Promise<void> => {
  await given.tick(5_000);
  given.printers.open[0]?.answer(sent);
  await settled();
};
const lines = (): (string | null)[] => Array.from(document.querySelectorAll('article'), ({textContent}) => textContent);

test('a printer is added field by field, gets the labels, and its removal is taken back with its routes', async () => {
  await shown();
  press('Add a printer');
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.submit(document.querySelector('[role="dialog"] form') ?? document.body);
  const refused = [dialog.queryByText('Give it a name.'), dialog.queryByText(/^A host name or an address/)];
  fireEvent.change(dialog.getByLabelText(/^Name/), {target: {value: 'Zebra at the bench'}});
  fireEvent.change(dialog.getByLabelText('Host or address'), {target: {value: '10.0.0.7'}});
  fireEvent.submit(document.querySelector('[role="dialog"] form') ?? document.body);
  await screen.findByText('10.0.0.7:9100');
  const saved = await given.answers['printing.desk']({});
  const id = saved.ok && saved.value.printers[0]?.id;
  choose('Label', 'Zebra at the bench');
  const routes = async () => {
    const told = await given.answers['printing.desk']({});
    return told.ok ? told.value.routes : [];
  };
  await vi.waitUntil(async () => (await routes()).length === 1);

  press('Remove Zebra at the bench');
  await vi.waitUntil(() => useNotices.getState().current?.undo !== undefined);
  const removed = [await routes(), useNotices.getState().current?.words];
  useNotices.getState().current?.undo?.onUndo();
  await screen.findByText('10.0.0.7:9100');
  await vi.waitUntil(async () => (await routes()).length === 1);
  expect({refused: refused.every(Boolean), removed, back: await routes()}).toEqual({
    refused: true,
    removed: [[], 'Printer removed: Zebra at the bench'],
    back: [{kind: 'label', printerId: id}],
  });
});

test('what is in doubt stands first, a person’s word is a key, and printing again is a key and a reason', async () => {
  await given.answers['printing.save'](givenPrinter(1));
  for (const n of [1, 2, 3])
    await given.answers['printing.print']({...givenJob(n), title: `Label ${n}`, bytes: labelBytes(n)});
  await shown();
  await ends({outcome: 'handedOver', remoteId: 7});
  await ends({outcome: 'lost', words: 'ECONNRESET'});
  await screen.findByText('What came back: ECONNRESET');
  const before = lines();
  key('n');
  await screen.findByText('Not printed');
  await ends({outcome: 'handedOver'});
  await screen.findByText(/does not say whether/);
  fireEvent.focus(screen.getByText('Label 2'));
  key('p');
  await screen.findByText('Print Label 2 again');
  fireEvent.keyDown(document.body, {key: '2', code: 'Digit2'});
  await screen.findByText('Printed again: The paper jammed');
  await vi.waitUntil(async () => (await jobs()).includes('Label 2 sending'));
  const told = await given.answers['printing.desk']({});
  const [, second, , again] = told.ok ? told.value.jobs : [];
  expect({
    first: before[0]?.startsWith('In doubtLabel 2to Zebra 1'),
    says: before[0]?.includes('What came back: ECONNRESET'),
    waits: before
      .find((line) => line?.includes('Label 3'))
      ?.includes('Waits until you say what became of the job before it.'),
    sent: before.find((line) => line?.includes('Label 1'))?.startsWith('Sent'),
    jobs: await jobs(),
    same: again?.job.hash === second?.job.hash && again?.job.reprint,
  }).toEqual({
    first: true,
    says: true,
    waits: true,
    sent: true,
    jobs: ['Label 1 sent', 'Label 2 failed', 'Label 3 sent', 'Label 2 sending'],
    same: {of: jobId(2), reason: 'jammed'},
  });
});

test('what waits says why, in the printer’s words, and can be cancelled', async () => {
  given.printers.saidOfPrinter = {
    state: 'stopped',
    reasons: ['media-empty'],
    words: 'Out of labels',
    mimeTypes: [],
    media: [],
  };
  await given.answers['printing.save'](givenPrinter(1));
  await given.answers['printing.print']({...givenJob(1), title: 'Label 1', bytes: labelBytes(1)});
  await shown();
  await ends({outcome: 'notReached', words: 'EHOSTUNREACH'});
  const waiting = await screen.findByText(/could not be reached \(EHOSTUNREACH\)/);
  await screen.findByText('media-empty · Out of labels');
  key('c');
  await screen.findByText('Cancelled');
  expect([waiting.isConnected, await jobs()]).toEqual([false, ['Label 1 cancelled']]);
});

test('a printer can be asked before it is saved, and the language it reads is chosen', async () => {
  given.printers.saidOfPrinter = {
    state: 'idle',
    reasons: [],
    words: '',
    mimeTypes: ['application/pdf'],
    media: ['na_5x7_5x7in'],
  };
  given.printers.saidOfQueues = {queues: [{name: 'zebra', info: 'Zebra at the bench'}], words: ''};
  await given.answers['printing.save'](givenPrinter(1, {way: {way: 'queue', name: 'zebra'}}));
  await shown();
  press('Change Zebra 1');
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByDisplayValue('Zebra at the bench (zebra)');
  press('Ask the printer');
  await dialog.findByText('It reads PDF.');
  await dialog.findByDisplayValue('PDF');
  expect([
    dialog.queryByDisplayValue('Zebra at the bench (zebra)'),
    dialog.queryByText('127 × 177.8 mm'),
  ]).not.toContain(null);
});

test('what is seen on a test sheet is kept with the printer, and taken back by Undo', async () => {
  await given.answers['printing.save'](givenPrinter(1));
  await shown();
  press('Calibrate Zebra 1');
  await screen.findByText('Not calibrated yet.');
  const [square] = screen.getAllByDisplayValue('50');
  const submit = (): boolean => fireEvent.submit(document.querySelector('[role="dialog"] form') ?? document.body);
  fireEvent.change(square ?? document.body, {target: {value: 'wide'}});
  submit();
  await screen.findByText('A number of millimetres, such as 50 or 49.5.');
  fireEvent.change(square ?? document.body, {target: {value: '46'}});
  submit();
  await screen.findByText(/^The square is 46 mm wide instead of 50/);
  fireEvent.change(square ?? document.body, {target: {value: '50'}});
  choose('On the left', '4');
  submit();
  await vi.waitUntil(() => useNotices.getState().current?.undo !== undefined);
  const told = await given.answers['printing.desk']({});
  const calibrated = told.ok && told.value.printers[0]?.calibration?.offsetXDots;
  useNotices.getState().current?.undo?.onUndo();
  await vi.waitUntil(() => useNotices.getState().current?.words === 'As before: Zebra 1');
  const back = await given.answers['printing.desk']({});
  expect([calibrated, back.ok && back.value.printers]).toEqual([16, [givenPrinter(1)]]);
});

test('in a browser the page says what it prints with, and what it cannot do', () => {
  stop = followPrinting(undefined);
  givenPage(channel.port1).show(<PrintersPage onBack={() => undefined} />);
  expect([
    screen.queryByRole('heading', {name: 'Print queue'}),
    screen.getAllByRole('listitem').length,
    screen.queryByText(/the print dialog of this browser prints it/) !== null,
  ]).toEqual([null, 4, true]);
});

test('a queue that cannot be read is told, and nothing of it is shown', async () => {
  given.desktop.call = async () => ({ok: false, fault: {code: 'printing.queue_unreadable', values: {}}});
  stop = followPrinting(given.desktop);
  givenPage(channel.port1).show(<PrintersPage onBack={() => undefined} />);
  expect([(await screen.findByRole('alert')).textContent, screen.queryByText('Print queue')]).toEqual([
    'The print queue of this desk cannot be read. Nothing is printed until it is looked at.',
    null,
  ]);
  expect(screen.queryByText('Set it aside and begin anew')).not.toBeNull();
});
