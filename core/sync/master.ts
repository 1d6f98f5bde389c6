import {type Position, hashBehind} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import {canonical} from '../lib/canonical.ts';
import {utf8} from '../lib/utf8.ts';
import type {Row, TableName} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import {Batch} from './batch.ts';
import {decideOne} from './decide.ts';
import {type AskedIn, askedIn} from './asked.ts';
import type {Mutator} from './define.ts';
import {
  type Effects,
  type Group,
  type LogPlace,
  type NotApplied,
  partOf,
  placeBehind,
  wholeShop,
  withHash,
} from './group.ts';
import type {Decision, Line, MasterStore, MasterTx} from './master-store.ts';
import {Overlay, type RowChange} from './overlay.ts';
import {type Frame, type Push, type PushAnswer, type PushRefusal, protocolVersion, sumOf} from './protocol.ts';
import {RecentGroups} from './recent-groups.ts';
import {RowCache} from './row-cache.ts';
import {type RowPatch, patchBetween} from './row-patch.ts';
import {rowText} from './row-text.ts';
import {type Run, runOver} from './run-over.ts';
import type {RowReads} from './store.ts';

/** A mutation of a push, with its place in its origin's own log. */
interface Told extends Position {
  readonly text: string;
  readonly asked: AskedIn;
}

/** Decides the changes of all desks of a shop, one push after the other. What it has decided it says again, word for word. */
export class Master {
  readonly #store: MasterStore;
  readonly #mutators: ReadonlyMap<string, Mutator>;
  readonly #recent = new RecentGroups();

  constructor(store: MasterStore, mutators: readonly Mutator[]) {
    this.#store = store;
    this.#mutators = new Map(mutators.map((mutator) => [mutator.name, mutator]));
  }

  /** Decides what is new in a push. Whoever may push in the name of this origin is for the caller to know. */
  async push(shopId: string, push: Push, now: Instant): Promise<PushAnswer | undefined> {
    let kept: {readonly head: LogPlace; readonly group: Group} | undefined;
    const answered = this.#store.decide(shopId, async (tx) => {
      const [head, known] = [await tx.head(), await tx.line(push.origin)];
      const line = known ?? {from: push.from, last: push.from};
      const answer = (n: number, place: LogPlace, no?: PushRefusal): PushAnswer => {
        const {epoch, seq} = place;
        return {v: protocolVersion, epoch, seq, n, ...(no && {no})};
      };
      const refuse = (no: PushRefusal): PushAnswer => answer(line.last.n, head, no);

      if (push.epoch !== head.epoch) return refuse('epoch');
      const told = toldIn(push);
      if (!told) return refuse('garbage');
      if (push.from.n > line.last.n) return refuse('gap');
      if (!(await isSameLine(tx, {push, line, told}))) return refuse('fork');

      const fresh = told.filter(({n}) => n > line.last.n);
      const last = fresh.at(-1);
      if (!last) return answer(line.last.n, head);
      const group = await this.#decide(tx, {head, push, line, fresh, last, now});
      kept = {head, group};
      return answer(last.n, {epoch: head.epoch, seq: group.last, hash: group.hash});
    });
    let isKnown = false;
    try {
      const answer = await answered;
      if (kept) this.#recent.kept(shopId, kept.head, kept.group);
      isKnown = true;
      return answer;
    } finally {
      if (!isKnown) this.#recent.forget(shopId);
    }
  }

  /** What a desk has not seen yet: groups behind its place, and where the log ends for now. */
  async pull(shopId: string, from: LogPlace, bytesMax: number): Promise<readonly Frame[] | undefined> {
    const recent = this.#recent.behind(shopId, from);
    if (recent) return framesOf(from, recent);
    const head = await this.#store.head(shopId);
    if (!head) return undefined;
    if (from.epoch !== head.epoch) return [{t: 'again', why: 'elsewhere', epoch: head.epoch}];
    const hash = await this.#store.hashOfLog(shopId, from.seq);
    if (hash !== from.hash) return [{t: 'again', why: 'elsewhere', epoch: head.epoch}];

    return framesOf(from, await this.#store.groups(shopId, from.seq, bytesMax));
  }

  async #decide(tx: MasterTx, {head, push, line, fresh, last, now}: Deciding): Promise<Group> {
    const cache = new RowCache(tx);
    // Side by side, for the rows they ask for: they come together, a few ways to the database for a batch.
    const alone = await Promise.all(fresh.map(({asked}) => this.#run(cache, asked, now)));
    const batch = new Batch(cache);
    const not: [number, NotApplied][] = [];
    for (const [at, {asked}] of fresh.entries()) {
      const first = must(alone[at], 'a run of each');
      // What nobody of the batch has changed below it comes out the same again.
      const run = batch.isAsBelow(first.overlay.reads) ? first : await this.#run(batch, asked, now);
      const as = await decideOne(batch, asked, {run, by: push.origin, decidedAt: now});
      if (as) not.push([asked.n, as]);
    }
    cache.mustHaveRead();
    const group = withHash(head.hash, {
      first: head.seq + 1,
      last: head.seq + fresh.length,
      decidedAt: now,
      by: push.origin,
      n: [line.last.n + 1, last.n],
      told: last.hash,
      not,
      parts: [partOf(wholeShop, effectsOf(batch.changes, cache))],
    });
    const decisions = fresh.map(({n, hash, text}, at): Decision => ({n, hash, text, seq: group.first + at}));
    const {n, hash} = last;
    await tx.keep({origin: push.origin, line: {...line, last: {n, hash}}, decisions, group, rows: batch.changes});
    return group;
  }

  async #run(below: RowReads, asked: AskedIn, now: Instant): Promise<Run> {
    if (asked.bad) return {overlay: new Overlay(below), parked: asked.bad};
    return runOver(below, {...asked, at: asked.at ?? now}, this.#mutators.get(asked.name));
  }
}

function framesOf(from: LogPlace, groups: readonly Group[]): readonly Frame[] {
  const last = groups.at(-1);
  return [
    ...groups.map((group) => ({t: 'g', group}) as const),
    {t: 'head', place: last ? placeBehind(from, last) : from},
  ];
}

interface Deciding {
  readonly head: LogPlace;
  readonly push: Push;
  readonly line: Line;
  readonly fresh: readonly Told[];
  readonly last: Told;
  readonly now: Instant;
}

/** The mutations of a push with their places, or undefined where one is none at all, garbled or stands out of turn. */
function toldIn({from, mutations, sum}: Push): readonly Told[] | undefined {
  const told: Told[] = [];
  let before = from;
  for (const text of mutations) {
    const asked = askedIn(text);
    if (asked?.n !== before.n + 1) return undefined;
    before = {n: before.n + 1, hash: hashBehind(before, utf8(text))};
    told.push({...before, text, asked});
  }
  return sum === undefined || sum === sumOf(before.hash) ? told : undefined;
}

/** Whether a push goes on from what is decided here. Hashes cover all that came before, so two places tell of every one between. */
async function isSameLine(
  tx: MasterTx,
  {push, line, told}: {readonly push: Push; readonly line: Line; readonly told: readonly Told[]},
): Promise<boolean> {
  const hashOf = async (n: number): Promise<string | undefined> =>
    n === line.from.n ? line.from.hash : n === line.last.n ? line.last.hash : tx.hashAt(push.origin, n);
  if ((await hashOf(push.from.n)) !== push.from.hash) return false;
  const overlapping = told.findLast(({n}) => n <= line.last.n);
  return !overlapping || (await hashOf(overlapping.n)) === overlapping.hash;
}

/** Of rows that were looked at before they were changed only what is other now is told, where that is shorter. */
function effectsOf(changes: readonly RowChange[], cache: RowCache): Effects {
  const put: Partial<Record<TableName, Row[]>> = {};
  const del: Partial<Record<TableName, string[]>> = {};
  const patch: Partial<Record<TableName, RowPatch[]>> = {};
  for (const {table, id, row} of changes) {
    const before = cache.found(table, id);
    const other = row && before && patchBetween(before, row);
    if (!row) (del[table] ??= []).push(id);
    else if (other && canonical(other).length < rowText(row).length) (patch[table] ??= []).push(other);
    else (put[table] ??= []).push(row);
  }
  for (const some of [...Object.values(put), ...Object.values(patch)]) some.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const ids of Object.values(del)) ids.sort();
  return {put, del, patch} as Effects;
}
