import type {ListQuestion} from '#core/data/list-view.ts';
import type {DataCalls} from '#core/data/messages.ts';
import {plant} from './control.ts';
import {type Seen, framesFor, untilFrame} from './frames.ts';
import {keyLatencies, watchKey} from './keys.ts';
import {type Expected, clickHead, listRight, rowsRight, scroller, sortOf, statusAt, writeSearch} from './list.ts';
import {type Counts, clickState, countsRight, countsTold} from './tree.ts';
import {askList, callWorker, tapDataWorker} from './worker-line.ts';

/** What a page is told before its own script runs. */
export interface Brief {
  /** What its list should show first. */
  readonly first?: Expected;
  readonly counts?: Counts;
  /** What one of its rows should say of its state. */
  readonly status?: {readonly index: number; readonly word: string};
}

/** When the first rows were right, and when the counts beside them were too. */
export interface FirstSeen {
  readonly rows: Seen | undefined;
  readonly whole: Seen | undefined;
  /** Frames in which the rows were there with a state that is no longer true. */
  readonly stale: number;
}

const firstTimeoutMs = 60_000;
const timeoutMs = 5_000;
const framesMax = 60;

declare global {
  interface Window {
    brief?: Brief;
    probe: typeof probe;
  }
}

const brief = window.brief ?? {};
tapDataWorker();

/** What stands in the list from now on, whole. */
let expected: Expected = {total: 0, numbers: []};

const probe = {
  first: brief.first && firstSeen(brief.first, brief),
  callWorker,
  countsTold,
  keyLatencies,
  plant,
  sortOf,
  statusAt,
  watchKey,

  expect(list: Expected): void {
    expected = list;
  },

  untilCounts(counts: Counts): Promise<Seen | undefined> {
    return untilFrame(() => countsRight(counts), timeoutMs);
  },

  /** Times between frames while the wheel turns, and in how many frames the list moved. */
  async wheel(forMs: number): Promise<{readonly gaps: readonly number[]; readonly moved: number}> {
    let moved = 0;
    const count = (): void => {
      moved += 1;
    };
    document.addEventListener('scroll', count, {capture: true});
    const gaps = await framesFor(forMs);
    document.removeEventListener('scroll', count, {capture: true});
    return {gaps, moved};
  },

  /** Jumps as a scrollbar does; answers how many frames each took until every row in sight was right, and after how many ms. */
  async jumps(tops: readonly number[]): Promise<readonly {readonly frames: number; readonly ms: number}[]> {
    const jumps = [];
    for (const top of tops) {
      await untilFrame(() => true, timeoutMs);
      const list = scroller();
      if (!list) throw new Error('The page has no list');
      const startedAt = performance.now();
      list.scrollTop = top;
      const seen = await untilFrame(() => rowsRight(expected), timeoutMs);
      jumps.push({frames: seen?.frames ?? framesMax, ms: (seen?.at ?? startedAt + timeoutMs) - startedAt});
    }
    return jumps;
  },

  /** Frames of so many milliseconds in which a row in sight was missing or wrong. */
  async framesWithGaps(forMs: number): Promise<number> {
    let gaps = 0;
    await framesFor(forMs, () => {
      if (!rowsRight(expected)) gaps += 1;
    });
    return gaps;
  },

  /** Milliseconds from the input until the right rows are painted; undefined when they never are. */
  search(text: string, list: Expected): Promise<number | undefined> {
    return timed(
      () => writeSearch(text),
      () => listRight(list),
    );
  },

  /** As `search`, for a click on a column's head; `lists` by the direction that the list says it has. */
  sort(
    title: string,
    lists: {readonly ascending: Expected; readonly descending: Expected},
  ): Promise<number | undefined> {
    return timed(
      () => clickHead(title),
      () => {
        const direction = sortOf(title);
        return (direction === 'ascending' || direction === 'descending') && listRight(lists[direction]);
      },
    );
  },

  /** As `search`, for a state chosen in the tree. */
  choose(word: string, list: Expected): Promise<number | undefined> {
    return timed(
      () => clickState(word),
      () => listRight(list),
    );
  },

  /** Changes rows and waits until the tree tells the new counts. */
  mutate(calls: DataCalls['data.mutate']['args']['calls'], counts: Counts): Promise<number | undefined> {
    return timed(
      () => void callWorker('data.mutate', {calls}),
      () => countsRight(counts),
    );
  },

  async ask(
    question: ListQuestion,
  ): Promise<{readonly ms: number; readonly answer: Awaited<ReturnType<typeof askList>>}> {
    const startedAt = performance.now();
    const answer = await askList(question);
    return {ms: performance.now() - startedAt, answer};
  },
};

window.probe = probe;

async function timed(act: () => void, right: () => boolean): Promise<number | undefined> {
  await untilFrame(() => true, timeoutMs);
  const startedAt = performance.now();
  act();
  const seen = await untilFrame(right, timeoutMs);
  return seen && seen.at - startedAt;
}

async function firstSeen(list: Expected, {counts = {}, status}: Brief): Promise<FirstSeen> {
  let stale = 0;
  const rowsTrue = (): boolean => {
    if (!rowsRight(list)) return false;
    if (!status || statusAt(status.index) === status.word) return true;
    stale += 1;
    return false;
  };
  const [rows, whole] = await Promise.all([
    untilFrame(rowsTrue, firstTimeoutMs),
    untilFrame(() => listRight(list) && countsRight(counts), firstTimeoutMs),
  ]);
  return {rows, whole, stale};
}
