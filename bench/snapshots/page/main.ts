import type {Asked, Told} from './messages.ts';

declare global {
  interface Window {
    /** Has the worker do one thing, and answers what it found. */
    askSnapshots: (asked: Asked) => Promise<Told>;
  }
}

const worker = new Worker(new URL('./worker.ts', import.meta.url), {type: 'module'});

window.askSnapshots = (asked) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({data}: MessageEvent<Told | {readonly failed: string}>) => {
      if ('failed' in data) reject(new Error(data.failed));
      else resolve(data);
    };
    worker.postMessage(asked);
  });
