import type {CallName, Calls, FromWorker, Tellings, ToWorker} from '#core/calls.ts';
import type {ListAnswer, ListWindow} from '#core/data/list-view.ts';
import type {Watched} from '#core/data/messages.ts';
import {must} from '#core/lib/assert.ts';
import type {Result} from '#core/lib/result.ts';
import {type Call, type Mutator, callOf} from '#core/sync/define.ts';
import type {Outcome} from '#core/sync/replica.ts';
import {useStoring} from './storing-store.ts';

/** The page's end of the line to its data worker, as much of a `Worker` as it needs. */
export interface Line {
  post(message: ToWorker): void;
  /** Called once, with the one who listens from then on. */
  listen(receive: (message: FromWorker) => void): void;
}

export interface ListWatch {
  ask(what: Watched): void;
  look(window: ListWindow): void;
  readonly watch: number;
  stop(): void;
}

/** What the worker tells without having been asked. */
export interface Told {
  progress(progress: {readonly done: number; readonly total: number}): void;
  shopsChanged(): void;
  bug(what: string): void;
}

/** Asks the data worker and listens to it. The page has no other way to data. */
export class DataClient {
  readonly #line: Line;
  readonly #told: Told;
  readonly #calls = new Map<number, (message: Extract<FromWorker, {call: number}>) => void>();
  readonly #watches = new Map<number, (message: Extract<FromWorker, {watch: number}>) => void>();
  readonly #tellings = new Map<keyof Tellings, Set<(what: never) => void>>();
  #last = 0;

  constructor(line: Line, told: Told) {
    this.#line = line;
    this.#told = told;
    line.listen((message) => this.#receive(message));
  }

  call<N extends CallName>(name: N, args: Calls[N]['args']): Promise<Result<Calls[N]['answer']>> {
    const call = (this.#last += 1);
    return new Promise((resolve) => {
      this.#calls.set(call, (message) => {
        if ('fault' in message) resolve({ok: false, fault: message.fault});
        else resolve({ok: true, value: message.answer as Calls[N]['answer']});
      });
      this.#line.post({call, name, args} as ToWorker);
    });
  }

  /** Runs one mutator. */
  async mutate<Args>(mutator: Mutator<Args>, args: Args): Promise<Outcome> {
    const outcomes = await this.mutateAll([callOf(mutator, args)]);
    return must(outcomes[0], 'one outcome for one call');
  }

  /** Runs many calls as one act that is undone together; each is decided alone. */
  mutateAll(calls: readonly Call[], batch?: string): Promise<readonly Outcome[]> {
    return this.#mutate(batch === undefined ? {calls} : {calls, batch});
  }

  /** The same for somebody who waits for paper: answered once it is kept, before what the screen shows of it is. */
  mutateUrgently(calls: readonly Call[]): Promise<readonly Outcome[]> {
    return this.#mutate({calls, isUrgent: true});
  }

  async #mutate(args: Calls['data.mutate']['args']): Promise<readonly Outcome[]> {
    const {calls} = args;
    useStoring.setState(({waiting}) => ({waiting: waiting + 1}));
    const answer = await this.call('data.mutate', args);
    const lastN = Math.max(0, ...(answer.ok ? answer.value : []).map((outcome) => (outcome.ok ? outcome.n : 0)));
    const told = (): void =>
      useStoring.setState(({waiting, storedN}) => {
        return {waiting: waiting - 1, failed: !answer.ok, storedN: Math.max(storedN, lastN)};
      });
    // Whoever waits for paper goes on before the light is drawn anew; till then it says less than is true.
    if (args.isUrgent) setTimeout(told);
    else told();
    return answer.ok ? answer.value : calls.map(() => answer);
  }

  /** Keeps a query or summary told until the returned function is called. */
  watchRead(what: Exclude<Watched, {kind: 'list'}>, tell: (answer: unknown) => void): () => void {
    const watch = this.#begin((message) => 'answer' in message && tell(message.answer));
    this.#line.post({watch, what});
    return () => this.#stop(watch);
  }

  watchList(what: Extract<Watched, {kind: 'list'}>, tell: (list: ListAnswer) => void): ListWatch {
    const watch = this.#begin((message) => 'list' in message && tell(message.list));
    this.#line.post({watch, what});
    return {
      watch,
      ask: (next) => this.#line.post({watch, what: next}),
      look: (window) => this.#line.post({look: watch, window}),
      stop: () => this.#stop(watch),
    };
  }

  /** Hears what a feature's part of the worker tells, until the returned function is called. */
  hear<N extends keyof Tellings>(name: N, tell: (what: Tellings[N]) => void): () => void {
    const listeners = this.#tellings.get(name) ?? new Set();
    this.#tellings.set(name, listeners.add(tell));
    return () => listeners.delete(tell);
  }

  #begin(receive: (message: Extract<FromWorker, {watch: number}>) => void): number {
    this.#last += 1;
    this.#watches.set(this.#last, receive);
    return this.#last;
  }

  #stop(watch: number): void {
    this.#watches.delete(watch);
    this.#line.post({stop: watch});
  }

  #receive(message: FromWorker): void {
    if ('call' in message) {
      const resolve = must(this.#calls.get(message.call), 'an answer to a call that was made');
      this.#calls.delete(message.call);
      resolve(message);
    } else if ('watch' in message) this.#watches.get(message.watch)?.(message);
    else if ('told' in message) this.#tellings.get(message.told)?.forEach((tell) => tell(message.what as never));
    else if ('progress' in message) this.#told.progress(message.progress);
    else if ('bug' in message) this.#told.bug(message.bug);
    else this.#told.shopsChanged();
  }
}
