import {Reader} from './reader.ts';
import type {FromReader, ToReader} from './reader-messages.ts';

declare const self: DedicatedWorkerGlobalScope;

/** The worker that reads files: wiring only. */
new Reader({
  post: (message: FromReader, transfer = []) => self.postMessage(message, [...transfer]),
  listen: (receive) => self.addEventListener('message', ({data}: MessageEvent<ToReader>) => receive(data)),
  close: () => self.close(),
}).start();
