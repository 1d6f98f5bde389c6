/** What is written for ever: no two alike, from a few bytes to some hundred thousand. */
export function recordOf(n: number): string {
  return `${n}:`.repeat(1 + ((n * 7919) % 4000));
}

export function markerOf(n: number): string {
  return `marker ${n} `.repeat(1 + ((n * 104_729) % 30_000));
}
