import type {Calls} from '#core/calls.ts';
import type {ListAnswer, ListQuestion} from '#core/data/list-view.ts';

/** Our own questions are numbered from here on, far above the page's. */
const firstNumber = 1_000_000_000;

type Answer = {readonly call: number; readonly answer?: unknown} | {readonly watch: number; readonly list: ListAnswer};

let line: Worker | undefined;
let last = firstNumber;
const waiting = new Map<number, (answer: Answer) => void>();

/** What each list answer is put through before the page sees it; a negative control plants its fault here. */
let spoil: (answer: ListAnswer) => void = () => {};

/** Lets us speak to the page's data worker too, without the page noticing. To be called before the page's own script. */
export function tapDataWorker(): void {
  window.Worker = new Proxy(Worker, {
    construct(Native, [url, options]: ConstructorParameters<typeof Worker>) {
      const worker = new Native(url, options);
      if (options?.name === 'data') tap(worker);
      return worker;
    },
  });
}

/** Listens first, so that answers to our own questions go no further. */
function tap(worker: Worker): void {
  line = worker;
  worker.addEventListener('message', (event: MessageEvent<Answer>) => {
    if ('list' in event.data) spoil(event.data.list);
    const number = 'call' in event.data ? event.data.call : 'watch' in event.data ? event.data.watch : 0;
    if (number < firstNumber) return;
    event.stopImmediatePropagation();
    waiting.get(number)?.(event.data);
    waiting.delete(number);
  });
}

export function spoilLists(spoiler: (answer: ListAnswer) => void): void {
  spoil = spoiler;
}

/** One call to the data worker, as the page itself would make it. */
export async function callWorker<N extends keyof Calls>(name: N, args: Calls[N]['args']): Promise<Calls[N]['answer']> {
  const answer = await ask((call) => ({call, name, args}));
  if (!('answer' in answer)) throw new Error(`The data worker refused ${name}: ${JSON.stringify(answer)}`);
  return answer.answer as Calls[N]['answer'];
}

/** A list asked for and let go of at once. */
export async function askList(question: ListQuestion): Promise<ListAnswer> {
  const answer = await ask((watch) => ({watch, what: {kind: 'list', question}}));
  line?.postMessage({stop: last});
  if (!('list' in answer)) throw new Error('The data worker answered with something other than a list');
  return answer.list;
}

function ask(messageOf: (number: number) => object): Promise<Answer> {
  last += 1;
  const number = last;
  return new Promise((resolve, reject) => {
    if (!line) return reject(new Error('The page has no data worker'));
    waiting.set(number, resolve);
    line.postMessage(messageOf(number));
  });
}
