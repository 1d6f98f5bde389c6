import {describe, expect, it} from 'vitest';
import {bytesOf, namedDiskPromises, read, refusal} from '#core/testing/disk-conformance.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {answerDisk} from './answer-disk.ts';
import {type Disk, DiskError, diskBytesMax} from '#core/journal/disk.ts';
import {type DiskSaid, diskAsksMax} from '#core/journal/disk-messages.ts';
import {PortDisk} from '#core/journal/port-disk.ts';

interface Port {
  readonly disk: PortDisk;
  readonly reported: unknown[];
  close(): void;
  /** Lets the other end say something. */
  say(said: DiskSaid): void;
}

/** A port in memory: what crosses is cloned. */
function portTo(disk: Disk): Port {
  let hear: (said: DiskSaid) => void = () => undefined;
  let close = (): void => undefined;
  const reported: unknown[] = [];
  const answer = answerDisk(
    disk,
    (said) => hear(structuredClone(said)),
    (error) => reported.push(error),
  );
  const port = new PortDisk({
    post: (ask) => void answer(structuredClone(ask)),
    listen: (listener, closed) => {
      hear = listener;
      close = closed;
    },
  });
  return {disk: port, reported, close: () => close(), say: (said) => hear(said)};
}

/** What a page that sends anything is answered. */
async function answersTo(disk: Disk, messages: readonly unknown[]): Promise<unknown[]> {
  const said: unknown[] = [];
  const answer = answerDisk(
    disk,
    (each) => said.push(each),
    () => undefined,
  );
  for (const message of messages) await answer(message);
  return said;
}

describe('a disk at the other end of a port', () => {
  it.each(namedDiskPromises)('%s', async (_name, promise) => {
    const memory = new MemoryDisk();
    const again = async (): Promise<Disk> => portTo(memory.crash(0)).disk;
    const {found, expected} = await promise.try({disk: portTo(memory).disk, folder: 'f', again});
    expect(found).toEqual(expected);
  });

  it.each(['event', 'message'])(
    'refuses what waits, and all that comes, once its port is closed (by %s)',
    async (how) => {
      const memory = new MemoryDisk();
      const {disk, close, say} = portTo(memory);
      const held = memory.holdAt(1);
      const waits = refusal(disk.write('a', 0, bytesOf('abc')));
      await held;
      if (how === 'event') close();
      else say({closed: true});
      expect([await waits, await refusal(disk.read('a')), await refusal(disk.list('f')), memory.calls]).toEqual([
        'closed',
        'closed',
        'closed',
        1,
      ]);
    },
  );

  it('tells the page the kind of what failed, and the desktop why', async () => {
    const why = new Error('/home/somebody/disk: no');
    const failing = new Proxy(new MemoryDisk(), {
      get: () => () => Promise.reject(new DiskError('other', why)),
    });
    const {disk, reported} = portTo(failing);
    const heard = await disk.read('a').catch((error: unknown) => error);
    expect([heard, (heard as DiskError).cause, (reported[0] as DiskError).cause]).toEqual([
      new DiskError('other'),
      undefined,
      why,
    ]);
  });

  it('says that it is full, as the disk behind it does', async () => {
    const memory = new MemoryDisk({capacityBytes: 2});
    const {disk, reported} = portTo(memory);
    expect([await refusal(disk.write('a', 0, bytesOf('abc'))), await read(memory, 'a'), reported]).toEqual([
      'full',
      'ab',
      [],
    ]);
  });
});

describe('what is asked through a port', () => {
  const bytes = bytesOf('x');
  const misshapen: readonly (readonly [string, object])[] = [
    ['an unknown ask', {ask: 'format', path: 'a'}],
    ['a name every object has', {ask: 'constructor'}],
    ['an ask that is no name', {ask: ['list'], path: 'a'}],
    ['no path', {ask: 'read'}],
    ['a path out of the folder', {ask: 'read', path: '../look.json'}],
    ['an absolute path', {ask: 'list', path: '/etc'}],
    ['a path with an end that C knows', {ask: 'read', path: 'a\0'}],
    ['a long path', {ask: 'read', path: 'x'.repeat(500)}],
    ['a path that is an object', {ask: 'read', path: {toString: () => 'a'}}],
    ['a place that is no number', {ask: 'write', path: 'a', at: '0', bytes}],
    ['a place before the file', {ask: 'write', path: 'a', at: -1, bytes}],
    ['half a place', {ask: 'write', path: 'a', at: 0.5, bytes}],
    ['no bytes', {ask: 'write', path: 'a', at: 0}],
    ['bytes that are text', {ask: 'replace', path: 'a', bytes: 'x'}],
    ['bytes that are a list', {ask: 'replace', path: 'a', bytes: [1, 2]}],
    ['too many bytes', {ask: 'replace', path: 'a', bytes: new Uint8Array(diskBytesMax + 1)}],
    ['bytes where none belong', {ask: 'read', path: 'a', bytes}],
    ['more than is known', {ask: 'remove', path: 'a', recursive: true}],
    ['half a range', {ask: 'read', path: 'a', from: 0.5}],
  ];
  it.each(misshapen)('is refused when it has %s', async (_what, ask) => {
    const disk = new MemoryDisk();
    expect([await answersTo(disk, [{n: 7, ...ask}]), disk.calls]).toEqual([[{n: 7, failed: 'other'}], 0]);
  });

  it('is not answered when it has no number', async () => {
    const disk = new MemoryDisk();
    const ask = {ask: 'freeBytes'};
    const messages = [undefined, null, 7, 'list', [], {}, ask, {...ask, n: '1'}, {...ask, n: -1}, {...ask, n: 0.5}];
    expect([await answersTo(disk, messages), disk.calls]).toEqual([[], 0]);
  });

  it('is done again when it is said twice', async () => {
    const write = {n: 1, ask: 'write', path: 'a', at: 0, bytes: bytesOf('abc')};
    const disk = new MemoryDisk();
    const said = await answersTo(disk, [write, write, {n: 1, ask: 'read', path: 'a', to: 2}]);
    expect(said).toEqual([
      {n: 1, answer: undefined},
      {n: 1, answer: undefined},
      {n: 1, answer: bytesOf('ab')},
    ]);
  });

  it('is refused when too much waits already, and taken when it does not', async () => {
    const disk = new MemoryDisk();
    const held = disk.holdAt(1);
    const said: DiskSaid[] = [];
    const answer = answerDisk(
      disk,
      (each) => said.push(each),
      () => undefined,
    );
    for (let n = 1; n <= diskAsksMax + 1; n++) void answer({n, ask: 'remove', path: 'a'});
    await held;
    expect([said, disk.calls]).toEqual([[{n: diskAsksMax + 1, failed: 'other'}], diskAsksMax]);
  });
});
