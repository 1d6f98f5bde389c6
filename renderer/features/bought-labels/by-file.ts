/** Things in the order in which they come, those of one file together. */
export function byFile<T>(all: readonly T[], fileOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const files = new Map<string, T[]>();
  for (const one of all) {
    const known = files.get(fileOf(one));
    if (known) known.push(one);
    else files.set(fileOf(one), [one]);
  }
  return files;
}
