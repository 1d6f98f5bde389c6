import type {Job, Said} from './jobs.ts';

/** The line to a worker that does one job: told first what it is, and then to work. */
export class DeskLine {
  readonly #worker: Worker;

  constructor(side: Job['side']) {
    this.#worker =
      side === 'ours'
        ? new Worker(new URL('./our-worker.ts', import.meta.url), {type: 'module'})
        : new Worker(new URL('./dexie-worker.ts', import.meta.url), {type: 'module'});
  }

  ask(told: Job | 'work'): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({data}: MessageEvent<Said>) => {
        if ('failed' in data) reject(new Error(data.failed));
        else resolve(data.done);
      };
      this.#worker.postMessage(told);
    });
  }
}
