import {setTimeout as after} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {PrintJob} from '#core/printing/print-job.ts';
import type {Sent} from '#core/printing/printer-port.ts';
import {givenJob, givenPrinter} from '#core/testing/given-printing.ts';
import type {Instant} from '#core/time/instant.ts';
import {askIpp, askIppJob, cancelIpp, sendIpp} from './ipp-printer.ts';
import {hasIppeve, IppevePrinter} from './testing/ippeve-printer.ts';

let printer: IppevePrinter | undefined;

beforeAll(async () => {
  if (hasIppeve) printer = await IppevePrinter.start();
}, 60_000);
afterAll(() => printer?.stop());

function send(n: number, changes: Partial<PrintJob> = {}, media = 'na_index-4x6_4x6in'): Promise<Sent> {
  const job: PrintJob = {
    ...givenJob(n, {language: 'pdf'}),
    hash: '0'.repeat(64),
    bytes: 9,
    askedAt: 0 as Instant,
    ...changes,
  };
  const bytes = Buffer.from(`${job.language === 'pdf' ? '%PDF-1.4' : '^XA'} parcel ${n}`);
  return sendIpp(printer?.uri ?? '', givenPrinter(1, {media, language: job.language}), job, bytes).done;
}

async function ended(remoteId: number): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const {state} = await askIppJob(printer?.uri ?? '', remoteId);
    if (state !== 'working') return state;
    await after(100);
  }
  return 'still working';
}

describe('the printer that CUPS has for tests, with the papers of a Zebra', () => {
  it('says what it takes', async (ctx) => {
    if (!printer) return ctx.skip('no Debian package');
    const {state, media, mimeTypes} = await askIpp(printer.uri);
    expect([state, media, mimeTypes.includes('application/octet-stream'), mimeTypes.includes('image/png')]).toEqual([
      'idle',
      ['na_index-4x6_4x6in', 'custom_4x5in_4x5in'],
      true,
      false,
    ]);
  });

  it('has the very bytes, and confirms', async (ctx) => {
    if (!printer) return ctx.skip('no Debian package');
    printer.letOut();
    const sent = await send(1);
    const state = sent.outcome === 'handedOver' ? await ended(sent.remoteId ?? 0) : 'not sent';
    expect([sent.outcome, state, printer.received()]).toEqual(['handedOver', 'completed', ['%PDF-1.4 parcel 1']]);
  });

  it('refuses other paper and a language it cannot read, and prints nothing else instead', async (ctx) => {
    if (!printer) return ctx.skip('no Debian package');
    const before = printer.received().length;
    expect([
      await send(2, {}, 'iso_a6_105x148mm'),
      await send(3, {language: 'png'}),
      await send(4, {language: 'zpl'}),
      printer.received().length,
    ]).toEqual([
      {
        outcome: 'refused',
        words: expect.stringContaining('client-error-attributes-or-values-not-supported media=iso_a6_105x148mm'),
      },
      {outcome: 'refused', words: expect.stringContaining('Unsupported document-format')},
      {outcome: 'refused', words: expect.stringContaining('Unsupported document-format')},
      before,
    ]);
  });

  it('takes nothing while it is busy, and cancels what it has', async (ctx) => {
    if (!printer) return ctx.skip('no Debian package');
    printer.holdBack();
    const first = await send(4);
    const second = await send(5);
    const remoteId = first.outcome === 'handedOver' ? (first.remoteId ?? 0) : 0;
    const said = await cancelIpp(printer.uri, remoteId);
    printer.letOut();
    expect([first.outcome, second, said.state, await ended(remoteId)]).toEqual([
      'handedOver',
      {outcome: 'notReached', words: expect.stringContaining('server-error-busy')},
      'cancelled',
      'cancelled',
    ]);
  });
});
