import {type Session, cpuOf} from '../browser.ts';
import type {ListRow} from '../list-columns.ts';
import type {Side} from '../samples.ts';
import {type Turn, timesAndMisses} from '../turn.ts';

/** Columns in whose order nobody has asked yet. */
const columns = ['total', 'number', 'buyer', 'shipBy', 'items'] as const satisfies readonly (keyof ListRow)[];

/** The list in the order of one other column after another. */
export async function sort(session: Session, side: Side, {truth, samples}: Turn): Promise<void> {
  const {page} = session;
  const waits: (number | undefined)[] = [];
  let cpu = 0;
  for (const column of columns) {
    const asked = {title: truth.columnWord(column), lists: truth.sorted(column)};
    const sorted = await cpuOf(session, () =>
      page.evaluate(({title, lists}) => window.probe.sort(title, lists), asked),
    );
    waits.push(sorted.value);
    cpu += sorted.cpu;
  }
  const {times, misses} = timesAndMisses(waits);
  samples.add('sort.ms', side, ...times);
  samples.add('sort.cpu', side, cpu);
  samples.add('sort.misses', side, misses);
}
