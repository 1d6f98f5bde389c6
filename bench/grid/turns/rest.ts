import {type Session, cpuOf, rest} from '../browser.ts';
import type {Side} from '../samples.ts';
import type {Turn} from '../turn.ts';

const memoryRestMs = 5_000;
const idleRestMs = 10_000;
const idleMs = 20_000;

/** Memory after some rest. */
export async function weigh(
  {processes}: Session,
  figure: 'memory.open' | 'memory.used',
  side: Side,
  {samples}: Turn,
): Promise<void> {
  await rest(memoryRestMs);
  const {pssMb, rssMb} = processes.memory();
  samples.add(figure, side, pssMb);
  samples.add(`${figure}.rss`, side, rssMb);
}

/** Percent of one core that a browser takes which nobody touches. */
export async function idle(session: Session, side: Side, {samples}: Turn): Promise<void> {
  await rest(idleRestMs);
  const {cpu} = await cpuOf(session, () => rest(idleMs));
  samples.add('idle', side, (cpu / (idleMs / 1_000)) * 100);
}
