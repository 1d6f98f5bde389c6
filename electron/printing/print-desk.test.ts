import {describe, expect, it} from 'vitest';
import {
  GivenPrinters,
  givenJob,
  givenPrinter,
  jobId,
  labelBytes,
  printerId,
  settled,
} from '#core/testing/given-printing.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {checkArgs} from '#core/shell/contract.ts';
import {PrintDesk} from './print-desk.ts';

async function statuses(desk: PrintDesk): Promise<unknown> {
  const told = await desk.answers['printing.desk']({});
  return told.ok ? told.value.jobs.map(({job, status}) => `${job.id} ${status}`) : told.fault.code;
}

describe('the print queue of a desk', () => {
  it('prints what a page asks for, and goes on after a restart where it stood', async () => {
    const disk = new MemoryDisk();
    const printers = new GivenPrinters();
    const desk = new PrintDesk(disk, printers);
    await desk.answers['printing.save'](givenPrinter(1));
    await desk.answers['printing.route']({routes: [{kind: 'label', printerId: printerId(1)}]});
    await desk.answers['printing.print']({...givenJob(1), bytes: labelBytes(1)});
    await desk.answers['printing.print']({...givenJob(2), bytes: labelBytes(2)});
    await desk.tick();
    printers.open[0]?.answer({outcome: 'handedOver'});
    await settled();
    await desk.tick();
    const before = await statuses(desk);

    const again = new PrintDesk(disk.crash(0), printers);
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

  it('prints nothing from a queue that was changed behind its back, and says so', async () => {
    const disk = new MemoryDisk();
    const desk = new PrintDesk(disk, new GivenPrinters());
    await desk.answers['printing.save'](givenPrinter(1));
    await disk.replace('printing/log/000000000000000.twj', new Uint8Array(10));
    const again = new PrintDesk(disk.crash(0), new GivenPrinters());
    await again.tick();
    expect(await statuses(again)).toEqual('printing.queue_unreadable');
  });

  it('has its disk asked again when it was refused', async () => {
    const disk = new MemoryDisk();
    disk.failAt(1, 'other');
    const desk = new PrintDesk(disk, new GivenPrinters());
    expect([await statuses(desk), await statuses(desk)]).toEqual(['printing.not_written', []]);
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
    ['a printer by a file', 'printing.save', {...givenPrinter(1), way: {way: 'file', path: '/etc/passwd'}}, 'way.way'],
    ['a look at a web page', 'printing.look', {...givenPrinter(1), way: {way: 'ipp', uri: 'https://a/'}}, 'way.uri'],
    ['no reason', 'printing.reprint', {of: jobId(1), id: jobId(2), reason: ''}, 'reason'],
    ['a word that is none', 'printing.settle', {jobId: jobId(1), found: 'send'}, 'found'],
  ])('is checked: %s', (_what, channel, args, expected) => {
    const checked = checkArgs(channel, args);
    expect(checked.ok ? 'ok' : checked.fault.values['path']).toBe(expected);
  });
});
