import {describe, expect, it} from 'vitest';
import {
  GivenPrinters,
  givenJob,
  givenPrinter,
  givenSpooler,
  jobId,
  labelBytes,
  printerId,
  settled,
} from '../testing/given-printing.ts';
import {MemoryDisk} from '../testing/memory-disk.ts';
import type {Instant} from '../time/instant.ts';
import {sendingMsMax, type Spooler} from './spooler.ts';

const at = (ms: number): Instant => ms as Instant;

interface Desk {
  readonly disk: MemoryDisk;
  readonly printers: GivenPrinters;
  readonly spooler: Spooler;
}

async function desk(jobs = 0, printerCount = 1): Promise<Desk> {
  const disk = new MemoryDisk();
  const printers = new GivenPrinters();
  const spooler = await givenSpooler(disk, printers);
  for (let n = 1; n <= printerCount; n++) await spooler.savePrinter(givenPrinter(n));
  for (let n = 1; n <= jobs; n++) await spooler.ask(givenJob(n), labelBytes(n), at(0));
  return {disk, printers, spooler};
}

function statuses(spooler: Spooler): string[] {
  return spooler.jobs.map(({status, words}) => (words === '' ? status : `${status}: ${words}`));
}

async function answered({printers, spooler}: Desk, sent: Parameters<GivenPrinters['open'][0]['answer']>[0], now = 0) {
  await spooler.tick(at(now));
  printers.open[0]?.answer(sent);
  await settled();
}

const taken = {outcome: 'handedOver', remoteId: 7} as const;

describe('a print queue', () => {
  it('sends one job at a time to a printer, in the order asked, and the bytes as they were given', async () => {
    const given = await desk(2);
    await given.spooler.tick(at(0));
    await given.spooler.tick(at(0));
    const first = given.printers.open.map(({job, bytes}) => [job.id, [...bytes]]);
    given.printers.open[0]?.answer(taken);
    await settled();
    await given.spooler.tick(at(0));
    expect([first, given.printers.sent.map(({id}) => id), statuses(given.spooler)]).toEqual([
      [[jobId(1), [...labelBytes(1)]]],
      [jobId(1), jobId(2)],
      ['sent', 'sending'],
    ]);
  });

  it('is sent again by itself only when not one byte had left, and later each time', async () => {
    const given = await desk(1);
    for (let second = 0; second < 60; second++) {
      await answered(given, {outcome: 'notReached', words: 'ECONNREFUSED'}, second * 1_000);
    }
    expect([given.printers.sent.length, statuses(given.spooler)]).toEqual([6, ['asked: ECONNREFUSED']]);
  });

  it('holds a printer whose connection broke in mid-job until a person has looked, and others go on', async () => {
    const given = await desk(2, 2);
    await given.spooler.ask(givenJob(3, {printerId: printerId(2)}), labelBytes(3), at(0));
    await answered(given, {outcome: 'lost', words: 'ECONNRESET'});
    await given.spooler.tick(at(sendingMsMax / 2));
    const held = [given.printers.sent.map(({id}) => id), statuses(given.spooler)];
    await given.spooler.settle(jobId(1), 'foundMissing', at(1));
    await given.spooler.tick(at(sendingMsMax / 2));
    expect([held, given.printers.sent.map(({id}) => id)]).toEqual([
      [
        [jobId(1), jobId(3)],
        ['unknown: ECONNRESET', 'asked', 'sending'],
      ],
      [jobId(1), jobId(3), jobId(2)],
    ]);
  });

  it('gives up a printer that never answers, closes the connection, and believes nothing that comes late', async () => {
    const given = await desk(1);
    await given.spooler.tick(at(0));
    const [open] = given.printers.open;
    await given.spooler.tick(at(sendingMsMax));
    const isAbandoned = open?.isAbandoned;
    open?.answer(taken);
    await settled();
    expect([isAbandoned, statuses(given.spooler)]).toEqual([true, ['unknown']]);
  });

  it('asks the printer about what it took, and tells in its words why nothing comes out yet', async () => {
    const given = await desk(1);
    await answered(given, taken);
    given.printers.said = {state: 'working', words: 'media-empty'};
    await given.spooler.tick(at(5_000));
    await settled();
    const waiting = statuses(given.spooler);
    given.printers.said = {state: 'completed', words: 'job-completed-successfully'};
    await given.spooler.tick(at(10_000));
    await settled();
    expect([waiting, statuses(given.spooler), given.printers.asked]).toEqual([
      ['sent: media-empty'],
      ['confirmed: job-completed-successfully'],
      ['Zebra 1 7', 'Zebra 1 7'],
    ]);
  });

  it('asks no printer about a job that went to another address', async () => {
    const given = await desk(1);
    await answered(given, taken);
    await given.spooler.savePrinter(givenPrinter(1, {way: {way: 'ipp', uri: 'ipp://127.0.0.2/ipp/print'}}));
    await given.spooler.tick(at(5_000));
    expect([given.printers.asked, await given.spooler.cancel(jobId(1), at(5_000))]).toMatchObject([
      [],
      {ok: false, fault: {code: 'printing.cannot_cancel'}},
    ]);
  });

  it('keeps the words of a printer that refuses, and goes on with the next', async () => {
    const given = await desk(2);
    await answered(given, {outcome: 'refused', words: 'client-error-document-format-not-supported'});
    await given.spooler.tick(at(0));
    expect(statuses(given.spooler)).toEqual(['failed: client-error-document-format-not-supported', 'sending']);
  });

  it('prints again only what has ended, for a reason, with the very bytes', async () => {
    const given = await desk(1);
    const again = {id: jobId(2), reason: 'damaged'} as const;
    const early = await given.spooler.reprint(jobId(1), again, at(0));
    await answered(given, taken);
    const late = [
      await given.spooler.reprint(jobId(1), again, at(1)),
      await given.spooler.reprint(jobId(1), again, at(2)),
    ];
    await given.spooler.tick(at(2));
    expect([early, late, given.spooler.jobs.length, given.printers.open.map(({bytes}) => [...bytes])]).toEqual([
      {ok: false, fault: {code: 'printing.not_ended', values: {status: 'sending'}}},
      [
        {ok: true, value: null},
        {ok: true, value: null},
      ],
      2,
      [[...labelBytes(1)]],
    ]);
  });

  it('prints again first what did not come out, so that the pile stays in order', async () => {
    const given = await desk(3);
    await answered(given, {outcome: 'lost', words: 'ECONNRESET'});
    const again = {id: jobId(4), reason: 'notPrinted'} as const;
    const said = [
      await given.spooler.reprint(jobId(1), again, at(1)),
      await given.spooler.reprint(jobId(1), again, at(1)),
    ];
    await answered(given, taken, 2);
    await answered(given, taken, 2);
    expect([said.map(({ok}) => ok), given.printers.sent.map(({id}) => id), statuses(given.spooler)]).toEqual([
      [true, true],
      [jobId(1), jobId(4), jobId(2)],
      ['failed', 'sent', 'asked', 'sent'],
    ]);
  });

  it('takes one job once, however often it is asked for, and no other under its number', async () => {
    const given = await desk(1);
    const answers = [
      await given.spooler.ask(givenJob(1), labelBytes(1), at(9)),
      await given.spooler.ask(givenJob(1), labelBytes(2), at(9)),
      await given.spooler.ask(givenJob(1, {copies: 2}), labelBytes(1), at(9)),
    ];
    expect([answers.map((each) => each.ok || each.fault.code), given.spooler.jobs.length]).toEqual([
      [true, 'printing.job_differs', 'printing.job_differs'],
      1,
    ]);
  });

  it('waits with a label until its roll lies in the printer', async () => {
    const given = await desk(2);
    await answered(given, taken);
    await given.spooler.savePrinter(givenPrinter(1, {media: 'iso_a6_105x148mm'}));
    await given.spooler.tick(at(0));
    const before = statuses(given.spooler);
    await given.spooler.savePrinter(givenPrinter(1, {media: 'om_100x150mm_102x152mm'}));
    await given.spooler.tick(at(0));
    expect([before, statuses(given.spooler)]).toEqual([
      ['sent', 'asked'],
      ['sent', 'sending'],
    ]);
  });

  it('gives a free printer its job as it is asked for, and writes both down with one flush', async () => {
    const given = await desk();
    const before = given.disk.calls;
    await given.spooler.ask(givenJob(1), labelBytes(1), at(0));
    const [calls, open] = [given.disk.calls - before, given.printers.open.length];
    await given.spooler.ask(givenJob(2), labelBytes(2), at(0));
    expect([calls, open, statuses(given.spooler)]).toEqual([2, 1, ['sending', 'asked']]);
  });

  it('cancels what waits by itself, and what the printer has only with its word', async () => {
    const given = await desk(2);
    await answered(given, taken);
    const here = await given.spooler.cancel(jobId(2), at(1));
    const refused = await given.spooler.cancel(jobId(1), at(1));
    given.printers.said = {state: 'cancelled', words: 'job-canceled-by-user'};
    const agreed = await given.spooler.cancel(jobId(1), at(2));
    expect([here.ok, refused.ok, agreed.ok, statuses(given.spooler)]).toEqual([
      true,
      false,
      true,
      ['cancelled: job-canceled-by-user', 'cancelled'],
    ]);
  });

  it('says so when the disk refuses, and prints nothing that it could not write down', async () => {
    const given = await desk(2);
    await answered(given, {outcome: 'notReached', words: ''});
    given.disk.room = 0;
    const asked = await given.spooler.ask(givenJob(3), labelBytes(3), at(0));
    await given.spooler.tick(at(2_000));
    const sentWhileFull = given.printers.sent.length;
    given.disk.room = Number.MAX_SAFE_INTEGER;
    await given.spooler.tick(at(2_000));
    expect([asked, sentWhileFull, given.printers.sent.length]).toEqual([
      {ok: false, fault: {code: 'printing.not_written', values: {}}},
      1,
      2,
    ]);
  });

  it('fails a job whose bytes have changed on the disk, and prints none of it', async () => {
    const given = await desk(2);
    for (const path of given.disk.paths().filter((each) => each.startsWith('printing/bytes/')))
      given.disk.flip(path, 3);
    await answered(given, taken);
    await given.spooler.tick(at(0));
    expect([given.printers.sent.length, given.spooler.jobs[1]?.status, given.spooler.jobs[1]?.fault]).toEqual([
      1,
      'failed',
      'printing.bytes_gone',
    ]);
  });

  it('whose log was damaged prints nothing again that may have been sent', async () => {
    const given = await desk(3);
    const [log = ''] = given.disk.paths().filter((each) => each.startsWith('printing/log/'));
    const {length = 0} = (await given.disk.read(log)) ?? {};
    await answered(given, {outcome: 'handedOver'});
    await answered(given, {outcome: 'handedOver'}, 1);
    given.disk.flip(log, length + 60);
    const printers = new GivenPrinters();
    const again = await givenSpooler(given.disk.crash(0), printers);
    await again.tick(at(2));
    expect([statuses(again), printers.sent]).toEqual([['unknown', 'unknown', 'unknown'], []]);
  });

  it('keeps a printer that still has something to do', async () => {
    const given = await desk(2);
    await answered(given, taken);
    const busy = await given.spooler.removePrinter(printerId(1));
    await given.spooler.cancel(jobId(2), at(0));
    const free = await given.spooler.removePrinter(printerId(1));
    expect([busy.ok || busy.fault.code, free.ok]).toEqual(['printing.printer_busy', true]);
  });
});
