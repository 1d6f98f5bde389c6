import type {OrderStatus} from '#core/orders/schema.ts';
import {type Session, cpuOf} from '../browser.ts';
import {head} from '../truth.ts';
import {type Turn, givenUpMs} from '../turn.ts';
import {countOurs} from './count.ts';
import {plantFaults} from './plant-faults.ts';
import {pressKeys} from './press-keys.ts';
import {idle, weigh} from './rest.ts';
import {scroll} from './scroll.ts';
import {search} from './search.ts';
import {sort} from './sort.ts';

/** Everything a person does with the list in a long session, and what it costs when nobody does anything. */
export async function workWithOurs(
  session: Session,
  turn: Turn,
  changedBefore: ReadonlyMap<string, OrderStatus>,
): Promise<void> {
  await weigh(session, 'memory.open', 'ours', turn);
  if (turn.control) await plantFaults(session, turn);
  await scroll(session, 'ours', turn);
  await pressKeys(session, turn);
  await countOurs(session, turn, changedBefore);
  await search(session, 'ours', turn);
  await sort(session, 'ours', turn);
  await filterOurs(session, turn);
  await idle(session, 'ours', turn);
  await weigh(session, 'memory.used', 'ours', turn);
}

async function filterOurs(session: Session, {truth, samples}: Turn): Promise<void> {
  const {page} = session;
  const title = truth.columnWord('total');
  const total = truth.sorted('total');
  // The order by amount is known from before; the state is chosen anew, once for each round.
  await page.evaluate(([column, lists]) => window.probe.sort(column, lists), [title, total] as const);
  const direction = await page.evaluate((column) => window.probe.sortOf(column), title);
  const ascending = truth.byTotal('shipped');
  const list = head(direction === 'ascending' ? ascending : ascending.toReversed());
  const chosen = await cpuOf(session, () =>
    page.evaluate(([word, rows]) => window.probe.choose(word, rows), [truth.statusWord('shipped'), list] as const),
  );
  samples.add('filter.ms', 'ours', chosen.value ?? givenUpMs);
  samples.add('filter.cpu', 'ours', chosen.cpu);
  samples.add('sort.misses', 'ours', chosen.value === undefined ? 1 : 0);
}
