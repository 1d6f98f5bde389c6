import {readFileSync, readdirSync} from 'node:fs';

/** Linux counts CPU time in hundredths of a second, whatever its own clock. */
const ticksPerSecond = 100;

export interface Memory {
  /** Each page counted once and shared out among those who share it: sums up. */
  readonly pssMb: number;
  /** Shared pages counted for each process again: does not sum up, told because task managers show it. */
  readonly rssMb: number;
}

/** The processes of one browser, known by its profile folder; read from `/proc`, so on Linux only. */
export class ProcessTree {
  readonly #profile: string;

  constructor(profile: string) {
    this.#profile = profile;
  }

  /** CPU time since the browser was started, of processes that live and of those that have ended. */
  cpuSeconds(): number {
    let ticks = 0;
    for (const pid of this.#pids()) {
      // utime, stime, cutime, cstime.
      const times = statFields(pid)?.slice(11, 15) ?? [];
      for (const time of times) ticks += Number(time);
    }
    return ticks / ticksPerSecond;
  }

  memory(): Memory {
    let pssKb = 0;
    let rssKb = 0;
    for (const pid of this.#pids()) {
      const rollup = read(pid, 'smaps_rollup') ?? '';
      pssKb += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
      rssKb += Number(/^Rss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    }
    return {pssMb: pssKb / 1024, rssMb: rssKb / 1024};
  }

  /** All descendants of the processes that name the profile; the crash handler is nobody's child but names it too. */
  #pids(): readonly string[] {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const parents = new Map(all.map((pid) => [pid, statFields(pid)?.[1]]));
    const ours = new Set(all.filter((pid) => read(pid, 'cmdline')?.includes(this.#profile)));
    for (let before = -1; before < ours.size;) {
      before = ours.size;
      for (const [pid, parent] of parents) if (parent !== undefined && ours.has(parent)) ours.add(pid);
    }
    return [...ours];
  }
}

/** What follows the name in `/proc/<pid>/stat`: state, parent ... undefined for a process that has just ended. */
function statFields(pid: string): readonly string[] | undefined {
  const stat = read(pid, 'stat');
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(pid: string, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}
