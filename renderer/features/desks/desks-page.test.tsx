import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {SyncCalls, SyncState} from '#core/sync/messages.ts';
import {createBusiness} from '#core/storefronts/mutators.ts';
import {business, monday} from '#core/testing/given.ts';
import type {Instant} from '#core/time/instant.ts';
import {forgetStoring} from '../../app/data/storing-store.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import {useSyncLook} from '../../app/sync/use-sync-look.ts';
import {useSyncTask} from '../../app/sync/use-sync-task.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {DesksPage} from './desks-page.tsx';
import {type GivenMaster, givenMaster, joined} from './testing/given-master.ts';

let worker: DataWorkerInProcess;
let page: GivenPage;
let master: GivenMaster;

function Shown(props: Partial<React.ComponentProps<typeof DesksPage>>) {
  useSyncLook();
  const task = useSyncTask();
  return (
    <>
      <DesksPage isDemo={false} join={async () => undefined} forms={{}} {...props} />
      <output>{task ? `${task.words} ${task.done}/${task.total}` : 'idle'}</output>
    </>
  );
}

async function aDesk(
  answers: Parameters<typeof givenMaster>[1] = {},
  props: Partial<React.ComponentProps<typeof DesksPage>> = {},
): Promise<void> {
  worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  master = givenMaster(worker.port, answers);
  page = givenPage(master.port);
  page.data.hear('sync', (sync) => useSync.setState({sync}));
  page.data.hear('syncWork', (work) => useSync.setState({work}));
  await page.data.mutate(createBusiness, business);
  page.show(<Shown {...props} />);
  await screen.findAllByRole('heading', {level: 2});
}

beforeEach(() => {
  emptyDesk();
  forgetStoring();
  useSync.setState({sync: undefined, work: null});
});
afterEach(async () => {
  cleanup();
  master.port.close();
  await worker.shops.current?.close();
  worker.close();
});

const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', {name}));
const type = (label: string, value: string): boolean =>
  fireEvent.change(screen.getByRole('textbox', {name: label}), {target: {value}});
const send = (): boolean => fireEvent.submit(document.querySelector('[role="dialog"] form') ?? document.body);
const buttons = (): readonly (string | null)[] =>
  within(screen.getByRole('main'))
    .queryAllByRole('button')
    .map(({textContent}) => textContent);
const facts = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    screen.getAllByRole('term').map((term) => [term.textContent ?? '', term.nextElementSibling?.textContent ?? '']),
  );
const absent = async (): Promise<SyncState> => ({state: 'absent'});
const offline = {ok: false, fault: {code: 'sync.offline', values: {}}} as const;

test('a shop of one desk says what sharing brings, and how it is begun; nothing of a master is shown', async () => {
  await aDesk({'sync.look': absent});
  expect([buttons(), screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)]).toEqual([
    ['Put this shop on a master'],
    ['One shop on several desks'],
  ]);
});

test('the demo shop is shared with nobody; where no shop of one’s own stands, one of others can be joined', async () => {
  const joins: string[] = [];
  const join = async (code: string, name: string): Promise<undefined> => void joins.push(`${name}: ${code}`);
  await aDesk({'sync.look': absent, 'sync.joinPlace': async () => 'free'}, {isDemo: true, join});
  await screen.findByRole('button', {name: 'Join a shop'});
  const offered = buttons();
  press('Join a shop');
  send();
  const refused = (await screen.findAllByText(/^(Paste the whole code|Give this desk a name)/)).length;
  type('Join code', ' tw1.abc\n  .def ');
  type('Name of this desk', ' Bench ');
  send();
  await vi.waitUntil(() => screen.queryByRole('dialog') === null);
  expect([offered, refused, joins]).toEqual([['Join a shop'], 2, ['Bench: tw1.abc.def']]);
});

test('a shop is put on a master once it is said where that is, with which code, and what this desk is called', async () => {
  let end: (state: SyncState) => void = () => undefined;
  const begun = new Promise<SyncState>((resolve) => (end = resolve));
  await aDesk({'sync.look': absent, 'sync.begin': async () => ({ok: true, value: await begun})});
  press('Put this shop on a master');
  type('Address of the master', 'http://shop.example');
  send();
  const refused = (await screen.findAllByText(/^(Write an address that|Type the setup code|Give this desk)/)).length;
  type('Address of the master', 'https://shop.example/');
  type('Setup code', ' 1234 ');
  type('Name of this desk', 'Office');
  send();
  const doing = (await screen.findByText(/^Asking the master/)).textContent;
  end(joined);
  await screen.findByRole('heading', {name: 'This desk'});
  await vi.waitUntil(() => screen.queryByRole('dialog') === null);
  expect({refused, doing, asked: master.asked, said: useNotices.getState().current?.words}).toEqual({
    refused: 3,
    doing: 'Asking the master for a place for this shop',
    asked: [['sync.begin', {url: 'https://shop.example', setupCode: '1234', deskName: 'Office'}]],
    said: 'The shop is on the master',
  });
});

test('a shop with orders is not replaced, and what can be done is said; one without gives way, and the dialog says so', async () => {
  const said: unknown[] = [];
  for (const place of ['taken', 'empty'] as const) {
    await aDesk({'sync.look': absent, 'sync.joinPlace': async () => place});
    const words = place === 'taken' ? /^This shop has orders.*another computer/ : /^There is no order in this shop yet/;
    await screen.findByText(words);
    const join = screen.queryByRole('button', {name: 'Join a shop'});
    if (join) fireEvent.click(join);
    said.push([
      screen.queryByRole('link', {name: 'Back up this shop'}) !== null,
      screen.queryByText(/is put away once the other one is here/) !== null,
    ]);
    cleanup();
  }
  expect(said).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('a desk that was removed is shown the way back in', async () => {
  const joins: string[] = [];
  const join = async (code: string): Promise<undefined> => void joins.push(code);
  const problem = {code: 'sync.revoked', values: {}} as const;
  await aDesk({'sync.look': async () => ({...joined, problem})}, {join});
  press('Join again');
  const will = screen.queryByText(/with every change of this desk that the others never got/) !== null;
  type('Join code', 'tw1.new');
  type('Name of this desk', 'Bench');
  send();
  await vi.waitUntil(() => screen.queryByRole('dialog') === null);
  expect([will, joins]).toEqual([true, ['tw1.new']]);
});

test('while a master is asked for a place that can be cancelled, and all that was typed is still there', async () => {
  let end: (answer: 'cancelled') => void = () => undefined;
  const begun = new Promise<'cancelled'>((resolve) => (end = resolve));
  const stop = async (): Promise<SyncCalls['sync.cancel']['answer']> => {
    end('cancelled');
    return {ok: true, value: {isLeftThere: false}};
  };
  await aDesk({'sync.look': absent, 'sync.begin': () => begun, 'sync.cancel': stop});
  press('Put this shop on a master');
  type('Address of the master', 'https://shop.example');
  type('Setup code', '1234');
  type('Name of this desk', 'Office');
  send();
  await screen.findByText(/^Asking the master/);
  press('Cancel');
  const fields = await screen.findAllByRole<HTMLInputElement>('textbox');
  expect([fields.map(({value}) => value), screen.queryByRole('alert')]).toEqual([
    ['https://shop.example', '1234', 'Office'],
    null,
  ]);
});

test('a shop on its way to a master says how far it is, lets nobody in yet, and can be had back', async () => {
  const problem = {code: 'sync.offline', values: {}} as const;
  await aDesk({
    'sync.look': async () => ({...joined, founding: {done: 30, total: 60}, problem}),
    'sync.cancel': async () => ({ok: true, value: {isLeftThere: true}}),
  });
  await vi.waitUntil(() => screen.getByRole('progressbar').getAttribute('value') === '0.5');
  const task = document.querySelector('output:last-of-type')?.textContent;
  const trouble = screen.queryByText(/^The shop's master cannot be reached/) !== null;
  const offered = buttons();
  press(/^Cancel/);
  await vi.waitUntil(() => useNotices.getState().current !== null);
  expect({task, trouble, offered, asked: master.asked, said: useNotices.getState().current?.words}).toEqual({
    task: 'Putting the shop on the master 50/100',
    trouble: true,
    offered: ['Cancel, and keep the shop on this desk alone'],
    asked: [['sync.cancel', null]],
    said: expect.stringMatching(/^The shop is on this desk alone.* The master could not be reached/) as string,
  });
});

test('a setup code that the master refuses is told in the dialog, with all that was typed', async () => {
  const wrong = {ok: false, fault: {code: 'sync.setup_refused', values: {}}} as const;
  await aDesk({'sync.look': absent, 'sync.begin': async () => wrong});
  press('Put this shop on a master');
  type('Address of the master', 'https://shop.example');
  type('Setup code', '1234');
  type('Name of this desk', 'Office');
  send();
  const alert = await screen.findByRole('alert');
  const code = screen.getByRole<HTMLInputElement>('textbox', {name: 'Setup code'}).value;
  expect([(alert.textContent ?? '').length > 10, code]).toEqual([true, '1234']);
});

test('a shared shop says where this desk stands, and what stops it, in words', async () => {
  const behind: SyncState = {
    ...joined,
    pending: 3,
    oldestPendingAt: monday,
    behindBy: 12,
    problem: {code: 'sync.offline', values: {}},
  };
  await aDesk({'sync.look': async () => behind});
  const {'Last contact': _, 'Stored here': __, ...said} = facts();
  press('Try now');
  await vi.waitUntil(() => master.asked.length > 0);
  expect({said, trouble: screen.queryByText(/^The shop's master cannot be reached/) !== null}).toEqual({
    said: {
      'Your changes': 'Stored',
      Pending: '3, oldest: Mar 2, 2026',
      'Behind by': '12',
      'Place in the log': '4,120 · q1w2e3r4',
      Master: 'https://shop.example',
    },
    trouble: true,
  });
});

test('a desk is removed only after it is said what it could read and what it will not get', async () => {
  await aDesk();
  fireEvent.click(await screen.findByRole('button', {name: 'Remove Packing bench'}));
  const said = [/^Until now it could read/, /^From now on it gets nothing/].map((text) => screen.queryByText(text));
  const before = master.asked.length;
  press('Remove the desk');
  await vi.waitUntil(() => useNotices.getState().current !== null);
  expect({
    said: said.every((text) => text !== null),
    before,
    asked: master.asked,
    own: screen.queryByRole('button', {name: 'Remove Office'}),
    told: useNotices.getState().current?.words,
  }).toEqual({
    said: true,
    before: 0,
    asked: [['sync.revoke', {replica: expect.any(String) as string}]],
    own: null,
    told: 'Packing bench was removed',
  });
});

test('the code for one more desk is there as text and as a picture', async () => {
  await aDesk();
  press(/^Add a desk/);
  const code = await screen.findByRole<HTMLTextAreaElement>('textbox', {name: 'Join code'});
  const picture = screen.getByRole('img', {name: 'The join code as a picture for a camera'});
  await vi.waitUntil(() => picture.querySelector('path') !== null, 15_000);
  expect([code.value, code.readOnly, master.asked]).toEqual(['tw1.abc.def', true, [['sync.code', {minutes: 15}]]]);
});

test('a table that differs from the master’s is named, one that this version does not know by its own name', async () => {
  await aDesk();
  press('Compare now');
  await screen.findByText('1 table differs at place 4,120. Tell support what stands below.');
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows.slice(-2)).toEqual(['OrdersThe same5,000', 'waresDifferent3']);
});

test('without a connection the list of desks says so, and everything else is there', async () => {
  await aDesk({'sync.desks': async () => offline});
  await screen.findByText('The list of desks is with the master, which cannot be reached just now.');
  expect(screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)).toEqual([
    'This desk',
    'Tray',
    'All desks',
    'Compare with the master',
  ]);
});

test('a desk that was removed says so once, and offers nothing that only a member can do', async () => {
  const problem = {code: 'sync.revoked', values: {}} as const;
  await aDesk({'sync.look': async () => ({...joined, problem})});
  await screen.findByText(/no longer speak with the shop's master/);
  expect([buttons(), screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)]).toEqual([
    ['Join again'],
    ['This desk', 'Tray', 'Join again'],
  ]);
});
