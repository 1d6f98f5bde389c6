import {afterEach, expect, test, vi} from 'vitest';
import {previewTarget} from '#core/printing/make-document.ts';
import type {ReaderAnswer, ReaderRequest} from '#core/printing/bought-label-messages.ts';
import {type ReaderWorker, labelReader} from './label-reader.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A worker that keeps what it is asked until the test answers. */
function given() {
  const asked: ReaderRequest[] = [];
  const opened: (ReaderWorker & {ended: boolean})[] = [];
  const reader = labelReader(() => {
    const worker = {
      ended: false,
      onmessage: null as ReaderWorker['onmessage'],
      onerror: null as ReaderWorker['onerror'],
      postMessage: (request: ReaderRequest) => void asked.push(request),
      terminate: () => void (worker.ended = true),
    };
    opened.push(worker);
    return worker;
  });
  const answer = (data: ReaderAnswer): void => opened.at(-1)?.onmessage?.(new MessageEvent('message', {data}));
  return {asked, opened, reader, answer};
}
const making = {target: previewTarget, isChecked: false} as const;

test('a file and a label are read and made beside each other, and each answer finds who asked', async () => {
  const {reader, answer, asked} = given();
  const paces: string[] = [];
  const stopped = new AbortController();
  const read = reader.read(
    {name: 'ups.pdf', blob: new Blob()},
    {signal: stopped.signal, pace: ({done, total}) => void paces.push(`${done} of ${total}`), label: () => undefined},
  );
  const made = reader.make([], making);
  answer({id: 1, pace: {done: 1, total: 2}});
  answer({id: 2, made: {ok: true, value: new Uint8Array([1])}});
  stopped.abort();
  answer({id: 1, read: 'stopped'});
  expect([await made, await read, paces, asked.at(-1)]).toEqual([
    {ok: true, value: new Uint8Array([1])},
    'stopped',
    ['1 of 2'],
    {id: 1, stop: true},
  ]);
});

test('a worker that hangs over a label is ended, and the bench hears that the label could not be made', async () => {
  vi.useFakeTimers();
  const {reader, opened} = given();
  const made = reader.make([], making);
  await vi.runAllTimersAsync();
  expect([await made, opened.map(({ended}) => ended)]).toEqual([
    {ok: false, fault: {code: 'shipping.label_failed', values: {}}},
    [true],
  ]);
});
