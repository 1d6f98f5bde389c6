import type {ReaderAnswer, ReaderRequest} from '#core/printing/bought-label-messages.ts';
import {makeLabels} from './make-labels.ts';
import {readLabelFile} from './read-file.ts';

declare const self: DedicatedWorkerGlobalScope;

const reading = new Map<number, AbortController>();

/** The worker's boundary: whatever goes wrong inside is told to the page, which would else wait for ever. */
self.onmessage = async ({data: asked}: MessageEvent<ReaderRequest>) => {
  const {id} = asked;
  try {
    if ('stop' in asked) reading.get(id)?.abort();
    else if ('make' in asked) answer({id, made: await makeLabels(asked.make, asked)});
    else await read(id, asked.read);
  } catch (error) {
    answer({id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error)});
  }
};

async function read(id: number, file: Extract<ReaderRequest, {read: unknown}>['read']): Promise<void> {
  const stopping = new AbortController();
  reading.set(id, stopping);
  try {
    const result = await readLabelFile(file, {
      signal: stopping.signal,
      pace: (pace) => answer({id, pace}),
      label: (label) => answer({id, label}),
    });
    answer({id, read: stopping.signal.aborted ? 'stopped' : result});
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    answer({id, read: 'stopped'});
  } finally {
    reading.delete(id);
  }
}

function answer(message: ReaderAnswer): void {
  self.postMessage(message);
}
