import type {FromReader} from './reader-messages.ts';
import type {OpenReader} from './reader-client.ts';

/** Starts an intake worker inside the data worker. */
export const openIntakeWorker: OpenReader = (onDeath) => {
  const worker = new Worker(new URL('./intake-worker.ts', import.meta.url), {type: 'module', name: 'intake'});
  worker.addEventListener('error', (event) => onDeath(event.message));
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    listen: (receive) => worker.addEventListener('message', ({data}: MessageEvent<FromReader>) => receive(data)),
    close: () => worker.terminate(),
  };
};
