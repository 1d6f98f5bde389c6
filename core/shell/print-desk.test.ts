import {describe, expect, it} from 'vitest';
import {entryOf} from '../journal/entry.ts';
import {Journal} from '../journal/journal.ts';
import {
  GivenPrinters,
  givenJob,
  givenPrinter,
  jobId,
  labelBytes,
  printerId,
  settled,
} from '../testing/given-printing.ts';
import {MemoryDisk} from '../testing/memory-disk.ts';
import {checkArgs} from './contract.ts';
import {GivenPrintDesk} from '../testing/given-print-desk.ts';

async function statuses(desk: GivenPrintDesk): Promise<unknown> {
  const told = await desk.answers['printing.desk']({});
  return told.ok ? told.value.jobs.map(({job, status}) => `${job.id} ${status}`) : told.fault.code;
}

describe('the print queue of a desk', () => {
  it('prints what a page asks for, and goes on after a restart where it stood', async () => {
    const disk = new MemoryDisk();
    const printers = new GivenPrinters();
    const desk = new GivenPrintDesk(disk, printers);
    await desk.answers['printing.save'](givenPrinter(1));
    await desk.answers['printing.route']({routes: [{kind: 'label', printerId: printerId(1)}]});
    await desk.answers['printing.print']({...givenJob(1), bytes: labelBytes(1)});
    await desk.answers['printing.print']({...givenJob(2), bytes: labelBytes(2)});
    await desk.tick();
    printers.open[0]?.answer({outcome: 'handedOver'});
    await settled();
    await desk.tick();
    const before = await statuses(desk);

    const again = new GivenPrintDesk(disk.crash(0), printers);
    const after = await statuses(again);
    await again.answers['printing.reprint']({of: jobId(2), id: jobId(3), reason: 'notPrinted'});
    await again.tick();
    expect([before, after, await statuses(again), printers.sent.map(({id}) => id)]).toEqual([
      [`${jobId(1)} sent`, `${jobId(2)} sending`],
      [`${jobId(1)} sent`, `${jobId(2)} unknown`],
      [`${jobId(1)} sent`, `${jobId(2)} failed`, `${jobId(3)} sending`],
      [jobId(1), jobId(2), jobId(3)],
    ]);
  });

  it('sends what is asked at once, also what is asked while it is at work, and what a word of a person lets go on', async () => {
    const desk = new GivenPrintDesk();
    await desk.answers['printing.save'](givenPrinter(1));
    await desk.answers['printing.save'](givenPrinter(2));
    const asked = [1, 2].map(async (n) =>
      desk.answers['printing.print']({...givenJob(n), printerId: printerId(n), bytes: labelBytes(n)}),
    );
    await Promise.all(asked);
    await settled();
    const first = desk.printers.sent.map(({id}) => id).toSorted();
    await desk.answers['printing.print']({...givenJob(3), bytes: labelBytes(3)});
    desk.printers.open[0]?.answer({outcome: 'lost', words: 'ECONNRESET'});
    await settled();
    const held = desk.printers.sent.length;
    await desk.answers['printing.settle']({jobId: jobId(1), found: 'foundPrinted'});
    await settled();
    expect([first, held, desk.printers.sent.at(-1)?.id]).toEqual([[jobId(1), jobId(2)], 2, jobId(3)]);
  });

  it('tells pages whenever a printer, a route or a job is another than before, also while a printer talks', async () => {
    const desk = new GivenPrintDesk();
    const {printers} = desk;
    const told: number[] = [];
    const since = async (work: () => unknown): Promise<void> => {
      const before = desk.changes;
      await work();
      await settled();
      told.push(desk.changes - before);
    };
    await since(() => desk.answers['printing.desk']({}));
    await since(() => desk.answers['printing.save'](givenPrinter(1)));
    await since(() => desk.answers['printing.print']({...givenJob(1), bytes: labelBytes(1)}));
    await since(() => desk.tick());
    await since(() => printers.open[0]?.answer({outcome: 'handedOver', remoteId: 7}));
    printers.said = {state: 'working', words: 'media-empty'};
    await since(() => desk.tick(5_000));
    await since(() => desk.tick(5_000));
    printers.said = {state: 'completed', words: 'job-completed-successfully'};
    await since(() => desk.tick(5_000));
    // Asked and on its way with one word; the tick finds nothing to do.
    expect(told).toEqual([0, 1, 1, 0, 1, 1, 0, 2]);
  });

  it('shows what a printer says of itself on one line, whatever it sends', async () => {
    const desk = new GivenPrintDesk();
    desk.printers.saidOfPrinter = {
      state: 'stopped',
      reasons: ['media-empty\u202e', ''],
      words: 'Paper\nout'.padEnd(2_000, '.'),
      mimeTypes: ['application/pdf'],
      media: [],
    };
    const said = await desk.answers['printing.look'](givenPrinter(1));
    expect(said.ok && [said.value.reasons, said.value.words.slice(0, 10), said.value.words.length]).toEqual([
      ['media-empty'],
      'Paper out.',
      300,
    ]);
  });

  it('prints nothing from a queue that was changed behind its back, and says so', async () => {
    const disk = new MemoryDisk();
    const desk = new GivenPrintDesk(disk);
    await desk.answers['printing.save'](givenPrinter(1));
    await disk.replace('printing/log/000000000000000.twj', new Uint8Array(10));
    const again = new GivenPrintDesk(disk.crash(0));
    await again.tick();
    expect(await statuses(again)).toEqual('printing.queue_unreadable');
  });

  it('sets aside a queue that cannot be read, with the printers that can, and goes on with a new one', async () => {
    const disk = new MemoryDisk();
    const desk = new GivenPrintDesk(disk);
    const readable = await desk.answers['printing.setAside']({});
    await desk.answers['printing.save'](givenPrinter(1));
    await desk.answers['printing.route']({routes: [{kind: 'label', printerId: printerId(1)}]});
    await desk.answers['printing.print']({...givenJob(1), bytes: labelBytes(1)});
    const log = await Journal.find(disk, 'printing/log');
    // A newer version has written what this one does not know.
    await log?.journal.append([entryOf(log.journal.position, {entry: 'hologram'})]);
    const again = new GivenPrintDesk(disk);
    const unreadable = await statuses(again);
    const done = await again.answers['printing.setAside']({});
    await again.answers['printing.save'](givenPrinter(2));
    const aside = await disk.list('printing/aside');
    const next = await new GivenPrintDesk(disk.crash(0)).answers['printing.desk']({});
    expect([readable.ok, unreadable, done.ok, again.changes, aside.map(({path}) => path)]).toEqual([
      false,
      'printing.queue_unreadable',
      true,
      2,
      ['printing/aside/1000/000000000000000.twj'],
    ]);
    expect(next).toEqual({
      ok: true,
      value: {
        printers: [givenPrinter(1), givenPrinter(2)],
        routes: [{kind: 'label', printerId: printerId(1)}],
        jobs: [],
      },
    });
  });

  it('has its disk asked again when it was refused, and pages are told once it answers', async () => {
    const disk = new MemoryDisk();
    disk.failAt(1, 'other');
    const desk = new GivenPrintDesk(disk);
    const refused = [await statuses(desk), desk.changes];
    await desk.tick();
    expect([refused, desk.changes, await statuses(desk)]).toEqual([['printing.not_written', 0], 1, []]);
  });
});

describe('what a page asks of the print queue', () => {
  const bytes = labelBytes(1);
  it.each<[string, Parameters<typeof checkArgs>[0], unknown, string]>([
    ['a job', 'printing.print', {...givenJob(1), bytes}, 'ok'],
    ['a job without bytes', 'printing.print', givenJob(1), 'bytes'],
    ['a job whose bytes are text', 'printing.print', {...givenJob(1), bytes: '^XA'}, 'bytes'],
    ['too many copies', 'printing.print', {...givenJob(1), copies: 1_000, bytes}, 'copies'],
    ['a hash of its own', 'printing.print', {...givenJob(1), hash: '0'.repeat(64), bytes}, ''],
    ['bytes to stage', 'printing.stage', {bytes}, 'ok'],
    ['nothing to stage', 'printing.stage', {}, 'bytes'],
    ['a staged file by its path', 'printing.unstage', {hash: `../log/${'0'.repeat(57)}`}, 'hash'],
    ['a printer by a file', 'printing.save', {...givenPrinter(1), way: {way: 'file', path: '/etc/passwd'}}, 'way.way'],
    ['a look at a web page', 'printing.look', {...givenPrinter(1), way: {way: 'ipp', uri: 'https://a/'}}, 'way.uri'],
    ['no reason', 'printing.reprint', {of: jobId(1), id: jobId(2), reason: ''}, 'reason'],
    ['a word that is none', 'printing.settle', {jobId: jobId(1), found: 'send'}, 'found'],
  ])('is checked: %s', (_what, channel, args, expected) => {
    const checked = checkArgs(channel, args);
    expect(checked.ok ? 'ok' : checked.fault.values['path']).toBe(expected);
  });
});
