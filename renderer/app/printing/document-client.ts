import type {Result} from '#core/lib/result.ts';
import type {DocumentAnswer, DocumentRequest} from '#core/printing/document-messages.ts';
import type {DocumentJob} from '#core/printing/make-document.ts';

/** What the client needs of the worker that makes documents. */
export interface DocumentWorker {
  postMessage(request: DocumentRequest): void;
  onmessage: ((event: MessageEvent<DocumentAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface DocumentClient {
  /**
   * The document's bytes, or the fault that prevents it. Rejects when `signal` aborts (with its reason) and when the worker
   * fails or does not answer in time; the worker is then dropped, and the next document starts a new one.
   */
  make(job: DocumentJob, options?: {readonly signal?: AbortSignal}): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Ends the worker; documents still waited for reject. */
  close(): void;
}

interface Waiting {
  readonly resolve: (result: Result<Uint8Array<ArrayBuffer>>) => void;
  readonly reject: (reason: unknown) => void;
  /** Stops the clock and the listening for an abort. */
  readonly done: () => void;
}

/** A slow disk may take seconds for the first label in Chinese; longer than this, something hangs. */
const answerTimeoutMs = 30_000;

/** The page's side of the worker that makes documents, which `open` starts with the first. */
export function documentClient(open: () => DocumentWorker = openLabelWorker): DocumentClient {
  const waiting = new Map<number, Waiting>();
  let worker: DocumentWorker | undefined;
  let lastId = 0;

  const settle = (id: number, how: (one: Waiting) => void) => {
    const one = waiting.get(id);
    if (!one) return;
    waiting.delete(id);
    one.done();
    how(one);
  };

  const drop = (reason: Error) => {
    worker?.terminate();
    worker = undefined;
    for (const id of waiting.keys()) settle(id, (one) => one.reject(reason));
  };

  const started = () => {
    if (worker) return worker;
    worker = open();
    worker.onerror = (event) => drop(new Error(`the label worker failed: ${event.message}`));
    worker.onmessage = ({data}) =>
      settle(data.id, (one) => {
        if ('bug' in data) one.reject(new Error(`the label worker failed: ${data.bug}`));
        else one.resolve(data.result.ok ? {ok: true, value: data.result.value.bytes} : data.result);
      });
    return worker;
  };

  return {
    make: (job, {signal} = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const id = ++lastId;
        const cancel = () => settle(id, (one) => one.reject(signal?.reason));
        const timer = setTimeout(() => drop(new Error('the label worker did not answer in time')), answerTimeoutMs);
        const done = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
        };
        waiting.set(id, {resolve, reject, done});
        signal?.addEventListener('abort', cancel);
        started().postMessage({...job, id});
      }),
    close: () => drop(new Error('the client was closed')),
  };
}

/** Of this window: fonts are loaded once, whoever asks for a document. */
export const documents = documentClient();

function openLabelWorker(): DocumentWorker {
  return new Worker(new URL('../../store/labels/label-worker.ts', import.meta.url), {type: 'module', name: 'labels'});
}
