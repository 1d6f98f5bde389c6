import {giveDisk} from '../../renderer/app/desktop/give-disk.ts';
import type {FromTrial, ToTrial, Trial, TrialCall, TrialOutcome} from './trial-messages.ts';

declare global {
  interface Window {
    trial: Trial;
  }
}

const worker = new Worker(new URL('./trial-worker.ts', import.meta.url), {type: 'module'});
const waiting = new Map<number, (answer: unknown) => void>();
let last = 0;

worker.addEventListener('message', ({data}: MessageEvent<FromTrial>) => {
  if ('wants' in data) void giveDisk(worker);
  else waiting.get(data.n)?.(data.answer);
});

function ask(what: {readonly call: TrialCall} | {readonly run: 'promises'}): Promise<unknown> {
  last += 1;
  const n = last;
  worker.postMessage({n, ...what} satisfies ToTrial);
  return new Promise((resolve) => waiting.set(n, resolve));
}

window.trial = {
  promises: () => ask({run: 'promises'}) as Promise<readonly TrialOutcome[]>,
  call: (...call) => ask({call}),
  forever() {
    waiting.set(0, (answer) => {
      window.trial.answered = answer as number;
    });
    worker.postMessage({n: 0, run: 'forever'} satisfies ToTrial);
  },
  answered: -1,
};
