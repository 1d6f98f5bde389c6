import {type Result, fail} from '#core/lib/result.ts';
import type {PrintTarget} from '#core/printing/compile-pages.ts';
import type {
  CutLabel,
  FileRead,
  KeptLabel,
  LabelFile,
  ReaderAnswer,
  ReaderRequest,
  ReadingPace,
} from '#core/printing/bought-label-messages.ts';

/** What the client needs of the worker that reads and makes labels bought elsewhere. */
export interface ReaderWorker {
  postMessage(request: ReaderRequest): void;
  onmessage: ((event: MessageEvent<ReaderAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface ReadingTold {
  readonly signal: AbortSignal;
  readonly pace: (pace: ReadingPace) => void;
  readonly label: (label: CutLabel) => void;
}

export interface LabelReader {
  /** Reads a file; rejects when the worker fails, which is then started anew with what is asked next. */
  read(file: LabelFile, told: ReadingTold): Promise<Result<FileRead> | 'stopped'>;
  /** Labels as one document for a printer; `shipping.label_failed` where the worker failed or did not answer in time. */
  make(
    labels: readonly KeptLabel[],
    making: {readonly target: PrintTarget; readonly isChecked: boolean},
  ): Promise<Result<Uint8Array<ArrayBuffer>>>;
}

interface Waiting {
  readonly hear: (answer: ReaderAnswer) => void;
  readonly fail: (reason: Error) => void;
}

/** A slow disk may take seconds for the first label; longer than this, something hangs. */
function timeoutMs(labels: number): number {
  return 30_000 + labels * 2_000;
}

/** The page's side of the worker that reads labels, which `open` starts with the first. */
export function labelReader(open: () => ReaderWorker = openBoughtWorker): LabelReader {
  const waiting = new Map<number, Waiting>();
  let worker: ReaderWorker | undefined;
  let lastId = 0;

  const drop = (why: string): void => {
    worker?.terminate();
    worker = undefined;
    for (const one of waiting.values()) one.fail(new Error(`the reader of labels ${why}`));
    waiting.clear();
  };
  const started = (): ReaderWorker => {
    if (worker) return worker;
    worker = open();
    worker.onerror = ({message}) => drop(`failed: ${message}`);
    worker.onmessage = ({data}) => waiting.get(data.id)?.hear(data);
    return worker;
  };
  const ask = <T>(
    request: (id: number) => ReaderRequest,
    answerOf: (answer: ReaderAnswer) => T | undefined,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      const hear = (answer: ReaderAnswer): void => {
        const settled = 'bug' in answer ? undefined : answerOf(answer);
        if ('bug' in answer) reject(new Error(`the reader of labels failed: ${answer.bug}`));
        else if (settled !== undefined) resolve(settled);
        if ('bug' in answer || settled !== undefined) waiting.delete(id);
      };
      waiting.set(id, {hear, fail: reject});
      started().postMessage(request(id));
    });

  return {
    read: (file, {signal, pace, label}) => {
      let stop = (): void => undefined;
      const ended = ask<Result<FileRead> | 'stopped'>(
        (id) => {
          stop = () => worker?.postMessage({id, stop: true});
          return {id, read: file};
        },
        (answer) => {
          if ('pace' in answer) pace(answer.pace);
          if ('label' in answer) label(answer.label);
          return 'read' in answer ? answer.read : undefined;
        },
      );
      signal.addEventListener('abort', stop, {once: true});
      if (signal.aborted) stop();
      return ended.finally(() => signal.removeEventListener('abort', stop));
    },
    make: async (labels, making) => {
      const timer = setTimeout(() => drop('did not answer in time'), timeoutMs(labels.length));
      try {
        return await ask(
          (id) => ({id, make: labels, ...making}),
          (answer) => ('made' in answer ? answer.made : undefined),
        );
      } catch {
        // It is started anew with the next label.
        return fail('shipping.label_failed');
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Of this window: carriers and the reader of PDFs are loaded once. */
export const boughtLabelReader = labelReader();

function openBoughtWorker(): ReaderWorker {
  return new Worker(new URL('../../store/bought/bought-worker.ts', import.meta.url), {
    type: 'module',
    name: 'bought labels',
  });
}
