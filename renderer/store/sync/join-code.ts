import {base64url, fromBase64url} from '#core/lib/hash.ts';
import {parsedJson} from '#core/lib/parsed-json.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {check, object, pattern, text} from '#core/lib/shape.ts';
import {utf8} from '#core/lib/utf8.ts';
import {masterAddress} from '#core/sync/master-address.ts';

const prefix = 'TW1.';
const secretBytes = 16;
const nonceBytes = 12;
const keyBits = 256;
const fingerprintLetters = 22;
const typedMax = 2_000;

const inside = object({
  /** Where the master is. */
  u: text({min: 1, max: 500}),
  /** What its key is known by. */
  f: pattern(/^[A-Za-z0-9_-]{22}$/),
  /** Which code this is. */
  c: pattern(/^[A-Za-z0-9_-]{12}$/),
  /** What the master never sees. */
  s: pattern(/^[A-Za-z0-9_-]{22}$/),
});

/** What a person carries from one desk to another. */
export interface JoinCode {
  readonly url: string;
  readonly fingerprint: string;
  readonly codeId: string;
  readonly secret: Uint8Array<ArrayBuffer>;
}

export function writeJoinCode({url, fingerprint, codeId, secret}: JoinCode): string {
  return `${prefix}${base64url(utf8(JSON.stringify({u: url, f: fingerprint, c: codeId, s: base64url(secret)})))}`;
}

/** A code as it was typed or pasted: mail programs break long words into lines. */
export function readJoinCode(typed: string): Result<JoinCode> {
  const code = typed.slice(0, typedMax).replaceAll(/\s+/g, '');
  const told = code.startsWith(prefix) ? fromBase64url(code.slice(prefix.length)) : new Uint8Array();
  const found = check(inside, parsedJson(new TextDecoder().decode(told)));
  if (!found.ok) return fail('sync.code_unreadable');
  const {u, f, c, s} = found.value;
  const url = masterAddress(u);
  return url.ok ? ok({url: url.value, fingerprint: f, codeId: c, secret: fromBase64url(s)}) : url;
}

export function newSecret(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(secretBytes));
}

/** By how a person recognises a master: the first letters of the hash of its key. */
export async function fingerprintOf(key: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', fromBase64url(key));
  return base64url(new Uint8Array(hash)).slice(0, fingerprintLetters);
}

/** Proves to the master that somebody has the code. Of the secret it tells nothing. */
export async function proofOf({secret, fingerprint}: Pick<JoinCode, 'secret' | 'fingerprint'>): Promise<string> {
  return base64url(await derived(secret, fingerprint, 'tradewind join proof'));
}

/** What the master keeps to know a proof by. */
export async function verifierOf(proof: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64url(proof))));
}

/** The shop's key, sealed so that only the code opens it. */
export async function wrapKey(
  code: Pick<JoinCode, 'secret' | 'fingerprint'>,
  shopKey: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const cipher = new Uint8Array(await crypto.subtle.encrypt({name: 'AES-GCM', iv}, await joinKey(code), shopKey));
  const wrapped = new Uint8Array(nonceBytes + cipher.length);
  wrapped.set(iv);
  wrapped.set(cipher, nonceBytes);
  return base64url(wrapped);
}

/** The shop's key, or a fault where another code has sealed it or something has changed it. */
export async function unwrapKey(
  code: Pick<JoinCode, 'secret' | 'fingerprint'>,
  wrapped: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const bytes = fromBase64url(wrapped);
  const iv = bytes.subarray(0, nonceBytes);
  try {
    const opened = await crypto.subtle.decrypt({name: 'AES-GCM', iv}, await joinKey(code), bytes.subarray(nonceBytes));
    return opened.byteLength * 8 === keyBits ? ok(new Uint8Array(opened)) : fail('sync.damaged');
  } catch (error) {
    // AES-GCM says of what it refuses no more than that.
    if (error instanceof DOMException) return fail('sync.damaged');
    throw error;
  }
}

async function joinKey({secret, fingerprint}: Pick<JoinCode, 'secret' | 'fingerprint'>): Promise<CryptoKey> {
  const bytes = await derived(secret, fingerprint, 'tradewind join key');
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** HKDF-SHA-256, bound to the master: of the code's own name nothing is known when the proof is made. */
async function derived(
  secret: Uint8Array<ArrayBuffer>,
  fingerprint: string,
  purpose: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const derivation = {name: 'HKDF', hash: 'SHA-256', salt: utf8(fingerprint), info: utf8(purpose)};
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, whole, keyBits));
}
