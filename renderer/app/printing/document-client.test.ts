import {afterEach, expect, test, vi} from 'vitest';
import type {DocumentAnswer, DocumentRequest} from '#core/printing/document-messages.ts';
import {type DocumentJob, previewTarget} from '#core/printing/make-document.ts';
import type {LabelJob} from '#core/shipping/documents/label-page.ts';
import type {Instant} from '#core/time/instant.ts';
import {type DocumentWorker, documentClient} from './document-client.ts';

const label: LabelJob = {
  label: {
    storefrontName: 'Nordlicht',
    shipTo: {name: 'Jörg Groß', street: 'Lindenstraße 27', city: 'Berlin', country: 'DE'},
    orderNumber: '1001',
    contents: [],
  },
  said: {'label.shipTo': 'Ship to', 'label.pieces': '1 piece', 'label.return': 'Return'},
  title: 'Label for order 1001',
  madeAt: 0 as Instant,
};
const job: DocumentJob = {make: 'label', job: label, target: previewTarget, isChecked: false};
const pdf = new Uint8Array([37, 80, 68, 70]);
const bench: {opened: number; ended: number; asked: DocumentRequest[]; worker: DocumentWorker | undefined} = {
  opened: 0,
  ended: 0,
  asked: [],
  worker: undefined,
};

/** A worker that keeps what it is asked until the test answers. */
function open(): DocumentWorker {
  bench.opened++;
  bench.worker = {
    onmessage: null,
    onerror: null,
    postMessage: (request) => bench.asked.push(request),
    terminate: () => bench.ended++,
  };
  return bench.worker;
}

function answer(data: DocumentAnswer): void {
  bench.worker?.onmessage?.(new MessageEvent('message', {data}));
}

afterEach(() => {
  Object.assign(bench, {opened: 0, ended: 0, asked: [], worker: undefined});
  vi.useRealTimers();
});

test('labels come back to those who asked, whatever the order of the answers, from one worker', async () => {
  const client = documentClient(open);
  expect(bench.opened).toBe(0);

  const first = client.make(job);
  const second = client.make({...job, make: 'label', job: {...label, label: {...label.label, orderNumber: '№'}}});
  answer({id: 2, result: {ok: false, fault: {code: 'paper.not_encodable', values: {}}}});
  answer({id: 1, result: {ok: true, value: {bytes: pdf}}});

  expect(await Promise.all([first, second])).toEqual([
    {ok: true, value: pdf},
    {ok: false, fault: {code: 'paper.not_encodable', values: {}}},
  ]);
  expect([
    bench.opened,
    bench.asked.map((request) => request.make === 'label' && request.job.label.orderNumber),
  ]).toEqual([1, ['1001', '№']]);
});

test('a bug in one label rejects that label only', async () => {
  const client = documentClient(open);
  const first = client.make(job);
  const second = client.make(job);
  answer({id: 1, bug: 'font file damaged'});
  answer({id: 2, result: {ok: true, value: {bytes: pdf}}});

  await expect(first).rejects.toThrow('font file damaged');
  expect(await second).toEqual({ok: true, value: pdf});
});

test('a worker that crashes rejects all labels waited for; the next label starts a new one', async () => {
  const client = documentClient(open);
  const labels = [client.make(job), client.make(job)];
  bench.worker?.onerror?.(Object.assign(new Event('error'), {message: 'out of memory'}) as ErrorEvent);
  for (const label of labels) await expect(label).rejects.toThrow('out of memory');

  const next = client.make(job);
  answer({id: 3, result: {ok: true, value: {bytes: pdf}}});
  expect(await next).toEqual({ok: true, value: pdf});
  expect([bench.opened, bench.ended]).toEqual([2, 1]);
});

test('a label that is no longer wanted rejects with the reason, and its late answer is ignored', async () => {
  const client = documentClient(open);
  const closed = new AbortController();
  const label = client.make(job, {signal: closed.signal});
  closed.abort(new Error('panel closed'));
  answer({id: 1, result: {ok: true, value: {bytes: pdf}}});

  await expect(label).rejects.toThrow('panel closed');
  await expect(client.make(job, {signal: closed.signal})).rejects.toThrow('panel closed');
  expect(bench.asked.length).toBe(1);
});

test('a worker that hangs is ended, and the label rejects', async () => {
  vi.useFakeTimers();
  const label = documentClient(open).make(job);
  await Promise.all([expect(label).rejects.toThrow('did not answer in time'), vi.runAllTimersAsync()]);
  expect(bench.ended).toBe(1);
});
