import type {FromWorker, ToWorker} from '#core/calls.ts';
import type {Line} from './data-client.ts';

/** The line to a data worker of this window's own. A worker that dies is told as a bug. */
export function workerLine(worker: Worker, onDeath: (what: string) => void): Line {
  worker.addEventListener('error', (event) => onDeath(event.message));
  return {
    post: (message: ToWorker) => worker.postMessage(message),
    listen: (receive) => worker.addEventListener('message', ({data}: MessageEvent<FromWorker>) => receive(data)),
  };
}
