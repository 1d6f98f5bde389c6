import type {Result} from '#core/lib/result.ts';
import type {LabelAnswer, LabelRequest} from '#core/shipping/label-messages.ts';

/** What the client needs of the label worker. */
export interface LabelWorker {
  postMessage(request: LabelRequest): void;
  onmessage: ((event: MessageEvent<LabelAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface LabelClient {
  /**
   * The label as its printer reads it, or the fault that prevents it. Rejects when `signal` aborts (with its reason) and when the worker
   * fails or does not answer in time; the worker is then dropped, and the next label starts a new one.
   */
  renderLabel(
    job: LabelRequest['job'],
    options?: {readonly signal?: AbortSignal},
  ): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Ends the worker; labels still waited for reject. */
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

/** The page's side of the label worker, which `open` starts with the first label. */
export function labelClient(open: () => LabelWorker = openLabelWorker): LabelClient {
  const waiting = new Map<number, Waiting>();
  let worker: LabelWorker | undefined;
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
    renderLabel: (job, {signal} = {}) =>
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
        started().postMessage({id, job});
      }),
    close: () => drop(new Error('the label client was closed')),
  };
}

function openLabelWorker(): LabelWorker {
  return new Worker(new URL('../../store/labels/label-worker.ts', import.meta.url), {type: 'module', name: 'labels'});
}
