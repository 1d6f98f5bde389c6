/** A bug: something our own logic says cannot be. Aborts the transaction it happens in and is reported, never handled. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** States what must be true here; `why` names the reason it must. */
export function assert(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Bug(why);
}

/** The value, which cannot be missing here; `why` names the reason it cannot. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Bug(why);
  return value;
}

/** Closes a switch: a new case that nobody thought of does not compile. */
export function unreachable(value: never): never {
  throw new Bug(`unreachable value ${String(value)}`);
}
