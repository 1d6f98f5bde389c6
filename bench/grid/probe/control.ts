import {spoilLists} from './worker-line.ts';

/** Faults that a run with `--control` plants, to see that they are reported. */
export interface PlantedFaults {
  /** Every scroll of a list costs so much of the page's time. */
  readonly busyMs: number;
  /** One row of this status is not counted. */
  readonly uncounted: string;
}

export function plant({busyMs, uncounted}: PlantedFaults): void {
  const busy = (): void => {
    const endsAt = performance.now() + busyMs;
    while (performance.now() < endsAt);
  };
  document.addEventListener('scroll', busy, {capture: true});
  spoilLists(({groups}) => {
    const counts = groups['status'] as Record<string, number> | undefined;
    if (counts?.[uncounted]) counts[uncounted] -= 1;
  });
}
