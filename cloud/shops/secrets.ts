import {createHash, randomBytes, timingSafeEqual} from 'node:crypto';

const tokenBytes = 32;

/** What a desk shows with every request. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

export function sha256(told: string | Buffer): string {
  return createHash('sha256').update(told).digest('base64url');
}

/** Takes as long for a nearly right text as for any other. */
export function isSameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

// No letter that is taken for another when it is read aloud or typed.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const lettersPerGroup = 5;

/** A code for people: 100 bits, such as `7K2MQ-…`. */
export function newSetupCode(): string {
  const drawn = [...randomBytes(groups * lettersPerGroup)].map((byte) => letters.charAt(byte % letters.length));
  return Array.from({length: groups}, (_, at) =>
    drawn.slice(at * lettersPerGroup, (at + 1) * lettersPerGroup).join(''),
  ).join('-');
}

/** As the master keeps it, however it was typed. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}
