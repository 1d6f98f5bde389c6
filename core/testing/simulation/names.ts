import {base64url, hashText} from '../../lib/hash.ts';

/** A name of 12 letters, as replicas and their lines have. */
export function simName(...parts: readonly (string | number)[]): string {
  return base64url(hashText(parts.join(' '))).slice(0, 12);
}

const names = new Map<number, string>();

/** The id of a ledger: a row of `intakeMemory` whose text the simulation writes. */
export function headerId(ledger: number): string {
  const known = names.get(ledger) ?? base64url(hashText(`ledger ${ledger}`)).slice(0, 22);
  names.set(ledger, known);
  return known;
}
