import type {Page} from 'playwright';
import {must} from '#core/lib/assert.ts';
import type {Id} from '#core/lib/id.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import type {OrderStatus} from '#core/orders/schema.ts';
import {callOf} from '#core/sync/define.ts';
import {type Session, launch} from '../browser.ts';
import type {FirstSeen} from '../probe/main.ts';
import type {Turn} from '../turn.ts';

/** An order that another window held before it was closed. */
export interface HeldElsewhere {
  readonly index: number;
  readonly changed: ReadonlyMap<string, OrderStatus>;
}

/** Rows of the list that are in sight when it begins, and a few more. */
const inSight = 20;

/** A cold start and a reload; then a second window changes an order, and both are closed. */
export async function startOurs(profile: string, turn: Turn): Promise<HeldElsewhere> {
  const {samples, product, truth} = turn;
  const session = await launch(profile, {first: truth.first(), counts: truth.countsShown()});
  const cold = await firstAt(session.page, product.origin);
  samples.add('start.cold.cpu', 'ours', session.processes.cpuSeconds());
  addFirst('start.cold', cold, turn);

  const before = session.processes.cpuSeconds();
  await session.page.reload({waitUntil: 'commit'});
  const warm = must(await session.page.evaluate(() => window.probe.first), 'a page that was told what to show');
  samples.add('start.warm.cpu', 'ours', session.processes.cpuSeconds() - before);
  addFirst('start.warm', warm, turn);

  const held = await holdElsewhere(session, turn);
  await session.close();
  return held;
}

/** Starts on a profile whose data another window changed last: the list must begin with what that window left. */
export async function startAfterChange(profile: string, {index, changed}: HeldElsewhere, turn: Turn): Promise<Session> {
  const {truth, product, samples} = turn;
  const status = {index, word: truth.statusWord('held')};
  const session = await launch(profile, {first: truth.first(), status, counts: truth.countsShown(changed)});
  const {rows, whole, stale} = await firstAt(session.page, product.origin);
  samples.add('start.wrong', 'ours', rows && whole && stale === 0 ? 0 : 1);
  return session;
}

async function firstAt(page: Page, origin: string): Promise<FirstSeen> {
  await page.goto(origin, {waitUntil: 'commit'});
  return must(await page.evaluate(() => window.probe.first), 'a page that was told what to show');
}

async function holdElsewhere({context, page}: Session, {truth, product, samples}: Turn): Promise<HeldElsewhere> {
  const index = truth.rows.slice(0, inSight).findIndex(({status}) => status === 'paid' || status === 'released');
  const row = must(truth.rows[index], 'one of the newest orders can be held');
  const changed = new Map<string, OrderStatus>([[row.id, 'held']]);
  const other = await context.newPage();
  await firstAt(other, product.origin);
  const calls = [callOf(holdOrder, {orderId: row.id as Id<'order'>, reason: 'stock'})];
  const counts = truth.countsShown(changed);
  const told = await other.evaluate(([what, expected]) => window.probe.mutate(what, expected), [
    calls,
    counts,
  ] as const);
  const heard = await page.evaluate((expected) => window.probe.untilCounts(expected), counts);
  samples.add('start.wrong', 'ours', told === undefined ? 1 : 0, heard === undefined ? 1 : 0);
  return {index, changed};
}

function addFirst(kind: 'start.cold' | 'start.warm', {rows, whole}: FirstSeen, {samples}: Turn): void {
  samples.add('start.wrong', 'ours', rows && whole ? 0 : 1);
  if (rows) samples.add(`${kind}.rows`, 'ours', rows.at);
  if (whole) samples.add(`${kind}.whole`, 'ours', whole.at);
}
