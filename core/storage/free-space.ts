/**
 * Below this the status bar warns: a shop of 200,000 orders takes some 150 MB of store and a snapshot a day of a third of that,
 * so a week's work still fits.
 */
export const lowBytes = 1_000_000_000;
/**
 * Below this nothing new is begun; snapshots, which leave 256 MB, have stopped before. What remains is for the browser's own store, which copies what it tidies up (some tens of
 * megabytes at a time), for the journal of what is under way, and for the system, which does badly without any.
 */
export const noneBytes = 150_000_000;
/** Kept for the moment in which the rest is gone; let go, it is enough to finish a large import and to close in order. */
export const reserveBytes = 32 * 1024 * 1024;

/** How much room there is: `unknown` where the host does not tell. */
export interface Space {
  readonly state: 'plenty' | 'low' | 'none' | 'unknown';
  readonly freeBytes?: number;
}

export function spaceOf(freeBytes: number | undefined): Space {
  if (freeBytes === undefined) return {state: 'unknown'};
  const state = freeBytes < noneBytes ? 'none' : freeBytes < lowBytes ? 'low' : 'plenty';
  return {state, freeBytes};
}

/** Of several that tell how much is free, the one that is exhausted first. */
export function freeOf(told: readonly (number | undefined)[]): number | undefined {
  const known = told.filter((bytes) => bytes !== undefined);
  return known.length === 0 ? undefined : Math.max(0, Math.min(...known));
}

/** What is to be done with the reserve: made only while nobody would miss it, let go once there is no room for new work. */
export function reserveStep({state}: Space, isMade: boolean): 'make' | 'letGo' | 'leave' {
  if (state === 'plenty') return isMade ? 'leave' : 'make';
  return state === 'none' && isMade ? 'letGo' : 'leave';
}
