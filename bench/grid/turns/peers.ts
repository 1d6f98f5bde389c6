import {must} from '#core/lib/assert.ts';
import {copyOf, discard, launch, profileNamed} from '../browser.ts';
import type {Turn} from '../turn.ts';
import {countDexie, filterDexie} from './count.ts';
import {idle, weigh} from './rest.ts';
import {scroll} from './scroll.ts';
import {search} from './search.ts';
import {sort} from './sort.ts';

const loadTimeoutMs = 120_000;

/** The floor of drawing: TanStack Virtual over an array of all rows, and what such a page does to search and sort. */
export async function tanstackTurn(turn: Turn): Promise<void> {
  const profile = profileNamed('tanstack');
  const session = await launch(profile);
  const {page} = session;
  await page.goto(`${turn.peers.origin}/tanstack/`);
  await page.locator('[role=grid] [data-index="0"]').waitFor({timeout: loadTimeoutMs});
  await weigh(session, 'memory.open', 'peer', turn);
  await scroll(session, 'peer', turn);
  await search(session, 'peer', turn);
  await sort(session, 'peer', turn);
  await idle(session, 'peer', turn);
  await weigh(session, 'memory.used', 'peer', turn);
  await session.close();
  await discard(profile);
}

/** The peer of data: whole orders in Dexie with four indexes. */
export async function dexieTurn(turn: Turn): Promise<void> {
  const {truth, samples, peers} = turn;
  const profile = await copyOf(peers.dexieProfile);
  const session = await launch(profile, {first: truth.first(), counts: truth.countsShown()});
  const {page} = session;
  for (const kind of ['start.cold', 'start.warm'] as const) {
    const before = kind === 'start.cold' ? 0 : session.processes.cpuSeconds();
    await page.goto(`${peers.origin}/dexie/?show`, {waitUntil: 'commit'});
    const first = must(await page.evaluate(() => window.probe.first), 'a page that was told what to show');
    samples.add(`${kind}.cpu`, 'peer', session.processes.cpuSeconds() - before);
    samples.add('start.wrong', 'peer', first.rows && first.whole ? 0 : 1);
    if (first.rows) samples.add(`${kind}.rows`, 'peer', first.rows.at);
    if (first.whole) samples.add(`${kind}.whole`, 'peer', first.whole.at);
  }
  await countDexie(session, turn);
  await filterDexie(session, turn);
  await session.close();
  await discard(profile);
}

/** The floor of a start: one fetch and one parse of all list columns. */
export async function fetchTurn({samples, peers}: Turn): Promise<void> {
  const profile = profileNamed('floor');
  const session = await launch(profile);
  for (const kind of ['start.cold', 'start.warm'] as const) {
    const before = kind === 'start.cold' ? 0 : session.processes.cpuSeconds();
    await session.page.goto(`${peers.origin}/floor/`, {waitUntil: 'commit'});
    await session.page.waitForFunction(() => 'parsed' in window);
    const {at} = await session.page.evaluate(() => window.parsed);
    samples.add(`${kind}.whole`, 'floor', at);
    samples.add(`${kind}.cpu`, 'floor', session.processes.cpuSeconds() - before);
  }
  await session.close();
  await discard(profile);
}

/** The floor of memory and of rest: a browser that shows nothing. */
export async function emptyTurn(turn: Turn): Promise<void> {
  const profile = profileNamed('empty');
  const session = await launch(profile);
  await weigh(session, 'memory.open', 'floor', turn);
  await idle(session, 'floor', turn);
  await weigh(session, 'memory.used', 'floor', turn);
  await session.close();
  await discard(profile);
}
