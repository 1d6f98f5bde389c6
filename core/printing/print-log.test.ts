import {describe, expect, it} from 'vitest';
import {canonical} from '../lib/canonical.ts';
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
import {keptMs, type Spooler} from './spooler.ts';

const at = (ms: number): Instant => ms as Instant;
const dayMs = 24 * 60 * 60_000;
const whatIs = ({jobs, printers, routes}: Spooler) => ({
  jobs: jobs.map(({job, status, words}) => `${job.id} ${status} ${words}`),
  printers: printers.map(({name}) => name),
  routes,
});
const filesOf = async (disk: MemoryDisk) => ({
  log: (await disk.list('printing/log')).length,
  bytes: (await disk.list('printing/bytes')).length,
});

/** A printed label, one that was refused, one in doubt and one that waits for it; the clock stands at 0. */
async function usedQueue(disk: MemoryDisk): Promise<void> {
  const printers = new GivenPrinters();
  const spooler = await givenSpooler(disk, printers);
  await spooler.savePrinter(givenPrinter(1));
  await spooler.savePrinter(givenPrinter(2));
  await spooler.removePrinter(printerId(2));
  await spooler.setRoutes([{kind: 'label', printerId: printerId(1)}]);
  const ends = [
    {outcome: 'handedOver'} as const,
    {outcome: 'refused', words: 'media-empty'} as const,
    {outcome: 'lost', words: 'ECONNRESET'} as const,
  ];
  for (const n of [1, 2, 3, 4]) await spooler.ask(givenJob(n), labelBytes(n), at(0));
  for (const end of ends) {
    await spooler.tick(at(0));
    printers.open[0]?.answer(end);
    await settled();
  }
}

const open = [`${jobId(3)} unknown ECONNRESET`, `${jobId(4)} asked `];
const left = {jobs: open, printers: ['Zebra 1'], routes: [{kind: 'label', printerId: printerId(1)}]};

describe('the log of printing', () => {
  it('forgets what ended two weeks ago, with the addresses on it; what is open or in doubt stays', async () => {
    const disk = new MemoryDisk();
    await usedQueue(disk);
    const spooler = await givenSpooler(disk, new GivenPrinters(), keptMs);
    await spooler.tick(at(keptMs));
    const young = [whatIs(spooler).jobs.length, await filesOf(disk)];
    await spooler.tick(at(keptMs + dayMs));
    const again = await givenSpooler(disk.crash(0), new GivenPrinters(), keptMs + dayMs);
    const reprint = await again.reprint(jobId(1), {id: jobId(9), reason: 'faint'}, at(0));
    expect([young, whatIs(spooler), whatIs(again), reprint.ok || reprint.fault.code]).toEqual([
      [4, {log: 1, bytes: 4}],
      left,
      left,
      'printing.job_not_found',
    ]);
  });

  it('keeps every printer and every open job, wherever it is killed while it forgets', async () => {
    const kills: ReturnType<typeof whatIs>[] = [];
    const files = new Set<string>();
    for (const keep of [0, 60, 1_000_000]) {
      for (let call = 1; ; call++) {
        const used = new MemoryDisk();
        await usedQueue(used);
        const disk = used.crash(0);
        const spooler = await givenSpooler(disk, new GivenPrinters(), keptMs + dayMs);
        const last = disk.calls + call;
        const held = disk.holdAt(last).then(() => false);
        const done = spooler.tick(at(keptMs + dayMs)).then(() => true);
        if (await Promise.race([held, done])) {
          if (disk.calls < last) break;
          // A call that only looks cannot be cut short.
          continue;
        }
        const after = disk.crash(keep);
        const again = await givenSpooler(after, new GivenPrinters(), keptMs + dayMs);
        await again.tick(at(keptMs + dayMs));
        kills.push(whatIs(again));
        files.add(JSON.stringify(await filesOf(after)));
      }
    }
    // Of a write that was cut short nobody knows what else it told: then what waited is in doubt too.
    const doubted = {...left, jobs: [open[0], `${jobId(4)} unknown `]};
    expect(kills.length).toBeGreaterThan(12);
    expect(
      kills.filter((kill) => canonical(kill) !== canonical(left) && canonical(kill) !== canonical(doubted)),
    ).toEqual([]);
    expect(files).toEqual(new Set([JSON.stringify({log: 1, bytes: 2})]));
  });

  it('is tried again another day where the disk refuses, and nothing is lost meanwhile', async () => {
    const disk = new MemoryDisk();
    await usedQueue(disk);
    const spooler = await givenSpooler(disk, new GivenPrinters(), keptMs + dayMs);
    disk.failAt(disk.calls + 1, 'full');
    await spooler.tick(at(keptMs + dayMs));
    const refused = whatIs(spooler).jobs.length;
    await spooler.tick(at(keptMs + 2 * dayMs));
    expect([refused, whatIs(spooler)]).toEqual([4, left]);
  });
});
