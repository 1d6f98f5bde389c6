/** What is promised of a figure. Absolute times differ from machine to machine: they are told, and fail nothing. */
export type Promised =
  /** Ours is at most so many times the other; of CPU time, so that a busy machine changes little. */
  | {readonly kind: 'ratio'; readonly to: 'peer' | 'floor'; readonly most: number}
  /** A count, a size or a share that holds on every machine. */
  | {readonly kind: 'limit'; readonly most: number}
  | {readonly kind: 'time'; readonly mostMs: number};

export type Statistic = 'median' | 'p95' | 'p99' | 'max' | 'sum';

export interface Figure {
  readonly title: string;
  readonly unit: 'ms' | 's' | 'MB' | '%' | '';
  readonly statistic: Statistic;
  /** Told beside the statistic, in brackets. */
  readonly beside?: Statistic;
  readonly peer?: string;
  readonly floor?: string;
  readonly promised?: Promised;
}

const dexie = 'Dexie';
const fetched = 'fetch + parse';
const tanstack = 'TanStack + array';
const empty = 'empty page';

const time = (title: string, sides: Pick<Figure, 'peer' | 'floor' | 'promised'> = {}): Figure => {
  return {title, unit: 'ms', statistic: 'median', beside: 'p95', ...sides};
};
const cpu = (title: string, sides: Pick<Figure, 'peer' | 'floor' | 'promised'>): Figure => {
  return {title, unit: 's', statistic: 'median', ...sides};
};
const none = {kind: 'limit', most: 0} as const;
const wrong = (title: string, peer?: string): Figure => {
  return {title, unit: '', statistic: 'sum', promised: none, ...(peer === undefined ? {} : {peer})};
};
const key = (title: string): Figure => {
  return {title, unit: 'ms', statistic: 'p99', beside: 'median', promised: {kind: 'time', mostMs: 100}};
};
const memory = (title: string, promised?: Promised): Figure => {
  return {title, unit: 'MB', statistic: 'max', peer: tanstack, floor: empty, ...(promised ? {promised} : {})};
};
const atMost = (most: number, to: 'peer' | 'floor' = 'peer'): Promised => ({kind: 'ratio', to, most});

/** Everything that is measured, in the order of the table. */
export const figures = {
  'start.cold.rows': time('cold start: first right rows', {peer: dexie}),
  'start.cold.whole': time('cold start: rows and counts', {peer: dexie, floor: fetched}),
  'start.cold.cpu': cpu('cold start: CPU, browser and all', {peer: dexie, floor: fetched, promised: atMost(1.5)}),
  'start.warm.rows': time('reload: first right rows', {peer: dexie}),
  'start.warm.whole': time('reload: rows and counts', {peer: dexie, floor: fetched}),
  'start.warm.cpu': cpu('reload: CPU', {peer: dexie, floor: fetched, promised: atMost(1.5)}),
  'start.wrong': wrong('starts that showed something untrue', dexie),

  'scroll.frame': {title: 'wheel, 5 s: frame', unit: 'ms', statistic: 'p95', beside: 'p99', peer: tanstack},
  'scroll.cpu': {
    title: 'wheel, 5 s: CPU of a frame that moves',
    unit: 'ms',
    statistic: 'median',
    peer: tanstack,
    promised: atMost(1.5),
  },
  'scroll.gaps': {title: 'wheel, 2 s: frames with an empty row', unit: '', statistic: 'sum', peer: tanstack},
  'jump.frames': {
    title: 'scrollbar jump: frames until filled',
    unit: '',
    statistic: 'max',
    beside: 'median',
    peer: tanstack,
    promised: {kind: 'limit', most: 2},
  },
  'jump.ms': {title: 'scrollbar jump: until filled', unit: 'ms', statistic: 'p95', beside: 'median', peer: tanstack},
  'jump.cpu': cpu('50 jumps: CPU', {peer: tanstack, promised: atMost(2)}),

  'counts.ask': time('counts of all states', {peer: dexie}),
  'counts.ask.cpu': cpu('20 times counts: CPU', {peer: dexie, promised: atMost(0.1)}),
  'counts.change': time('a change until the counts are right', {peer: dexie}),
  'counts.change.cpu': cpu('20 changes with counts: CPU', {peer: dexie, promised: atMost(0.5)}),
  'counts.wrong': wrong('counts that were wrong', dexie),

  'search.ms': {title: 'search as you type', unit: 'ms', statistic: 'p95', beside: 'median', peer: tanstack},
  'search.cpu': cpu('100 searches: CPU', {peer: tanstack, promised: atMost(1)}),
  'search.misses': wrong('searches that found something else', tanstack),

  'sort.ms': time('by another column: first right rows', {peer: tanstack}),
  'sort.cpu': cpu('5 columns: CPU', {peer: tanstack, promised: atMost(1)}),
  'filter.ms': time('one state by amount: first right rows', {peer: dexie}),
  'filter.cpu': cpu('one state by amount: CPU', {peer: dexie, promised: atMost(0.2)}),
  'sort.misses': wrong('orders that were wrong', tanstack),

  'keys.arrow': key('arrow down, until painted'),
  'keys.j': key('j, until painted (waits 50 ms for scanners)'),
  'keys.x': key('x, until painted (waits 50 ms for scanners)'),

  'memory.open': memory('memory with the shop open (PSS)', {kind: 'limit', most: 500}),
  'memory.used': memory('memory after use (PSS)', {kind: 'limit', most: 500}),
  'memory.open.rss': memory('memory with the shop open (RSS)'),
  'memory.used.rss': memory('memory after use (RSS)'),
  idle: {
    title: 'at rest: of one core',
    unit: '%',
    statistic: 'median',
    peer: tanstack,
    floor: empty,
    promised: {kind: 'limit', most: 0.5},
  },
  'start.again': time('second start until the list is right', {promised: {kind: 'time', mostMs: 3_000}}),
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureId = keyof typeof figures;
