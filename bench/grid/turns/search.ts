import {type Session, cpuOf} from '../browser.ts';
import {searchesOf} from '../queries.ts';
import type {Side} from '../samples.ts';
import {type Turn, timesAndMisses} from '../turn.ts';

/** A hundred searches; of each the last letter is timed, with the others already found. */
export async function search(session: Session, side: Side, {truth, samples, dice}: Turn): Promise<void> {
  const {page} = session;
  const steps = searchesOf(truth.rows, dice().fork('searches')).map((text) => {
    const before = [...text].slice(0, -1).join('');
    return {text, list: truth.found(text), before, beforeList: truth.found(before)};
  });

  const searched = await cpuOf(session, () =>
    page.evaluate(async (all) => {
      const waits: (number | undefined)[] = [];
      for (const {text, list, before, beforeList} of all) {
        const typed = await window.probe.search(before, beforeList);
        const wait = await window.probe.search(text, list);
        waits.push(typed === undefined ? undefined : wait);
      }
      return waits;
    }, steps),
  );
  await page.evaluate((list) => window.probe.search('', list), truth.first());
  const {times, misses} = timesAndMisses(searched.value);
  samples.add('search.ms', side, ...times);
  samples.add('search.cpu', side, searched.cpu);
  samples.add('search.misses', side, misses);
}
