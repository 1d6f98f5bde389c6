import {describe, expect, it} from 'vitest';
import {givenJob, givenPrinter, jobId, printerId} from '../testing/given-printing.ts';
import type {Instant} from '../time/instant.ts';
import type {QueuedJob} from './queue.ts';
import {waitsFor} from './waiting.ts';

function queued(n: number, changes: Partial<QueuedJob> = {}): QueuedJob {
  const job = {...givenJob(n), hash: '0'.repeat(64), bytes: 1, askedAt: 0 as Instant};
  return {job, status: 'asked', since: 0 as Instant, postponed: 0, words: '', ...changes};
}

describe('a job that has not been sent', () => {
  const [first, printer] = [queued(1), givenPrinter(1)];
  it.each<[string, Parameters<typeof waitsFor>, ReturnType<typeof waitsFor>]>([
    ['its turn', [first, {printers: [printer], jobs: [queued(2, {status: 'sending'}), first]}], {for: 'turn'}],
    [
      'a word about the job before it',
      [first, {printers: [printer], jobs: [queued(2, {status: 'unknown'}), first]}],
      {for: 'word'},
    ],
    [
      'no word about a job of another printer',
      [
        first,
        {
          printers: [printer],
          jobs: [queued(2, {status: 'unknown', job: {...queued(2).job, printerId: printerId(2)}}), first],
        },
      ],
      {for: 'turn'},
    ],
    [
      'a printer that is off',
      [queued(1, {postponed: 3, words: 'ECONNREFUSED'}), {printers: [printer], jobs: []}],
      {for: 'printer', words: 'ECONNREFUSED'},
    ],
    [
      'the right roll',
      [first, {printers: [givenPrinter(1, {media: 'iso_a6_105x148mm'})], jobs: []}],
      {
        for: 'fit',
        fault: {
          code: 'printing.wrong_media',
          values: {printer: 'Zebra 1', media: 'iso_a6_105x148mm', wanted: 'na_index-4x6_4x6in'},
        },
      },
    ],
    [
      'a printer that is gone',
      [first, {printers: [], jobs: []}],
      {for: 'fit', fault: {code: 'printing.printer_not_found', values: {}}},
    ],
    ['nothing once it is sent', [queued(1, {status: 'sent'}), {printers: [printer], jobs: []}], undefined],
  ])('waits for %s', (_what, args, expected) => {
    expect(waitsFor(...args)).toEqual(expected);
    expect(args[0].job.id).toBe(jobId(1));
  });
});
