/** What a side tells of one turn, in a process of its own. */
export interface Told {
  /** From the first label to the last byte, fonts read and parsed. */
  readonly cpuS: number;
  /** The most that the process ever held in memory. */
  readonly peakMb: number;
  readonly count: number;
  readonly bytes: number;
}

/** Does the work and tells what it cost as the last line of stdout. */
export async function tell(count: number, work: () => Promise<number> | number): Promise<void> {
  const before = process.cpuUsage();
  const bytes = await work();
  const {user, system} = process.cpuUsage(before);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({cpuS: (user + system) / 1e6, peakMb, count, bytes} satisfies Told));
}
