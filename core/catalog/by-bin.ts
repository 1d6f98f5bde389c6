const natural = new Intl.Collator('en', {numeric: true});

/** Bins in the order of the walk: A-2 before A-10; what lies nowhere comes last. */
export function byBin(a: string, b: string): number {
  return Number(a === '') - Number(b === '') || natural.compare(a, b);
}
