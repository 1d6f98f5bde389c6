import type {Said, Turn} from './messages.ts';

declare global {
  interface Window {
    /** Fills an empty database; answers when the work can begin. */
    prepare: (turn: Turn) => Promise<void>;
    /** Does the work; answers how many changes were found afterwards. */
    work: () => Promise<number>;
  }
}

let worker: Worker | undefined;

function heard<T>(pick: (said: Said) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    worker?.addEventListener('message', ({data}: MessageEvent<Said>) => {
      if ('failed' in data) reject(new Error(data.failed));
      const found = pick(data);
      if (found !== undefined) resolve(found);
    });
  });
}

window.prepare = async (turn) => {
  worker =
    turn.side === 'floor'
      ? new Worker(new URL('./floor-worker.ts', import.meta.url), {type: 'module'})
      : new Worker(new URL('./our-worker.ts', import.meta.url), {type: 'module'});
  const ready = heard((said) => ('ready' in said ? true : undefined));
  worker.postMessage(turn);
  await ready;
};

window.work = () => {
  const done = heard((said) => ('done' in said ? said.done : undefined));
  worker?.postMessage('work');
  return done;
};
