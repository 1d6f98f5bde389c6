import {assert} from '#core/lib/assert.ts';
import {base64url, fromBase64url, macUnder} from '#core/lib/hash.ts';
import type {Sealed, Vault} from '#core/lib/sealed.ts';
import {utf8} from '#core/lib/utf8.ts';

const nonceBytes = 12;
const noncesAtOnce = 256;
const keyName = 'shop';
/** From so many bytes on a value is sealed packed. JSON never begins with the byte that packed bytes begin with. */
const packedFromBytes = 16_384;
const gzipMark = 0x1f;
/** Values sealed last, which are often asked for at once: an import's orders by the lists that show them. */
const latelyMax = 1_024;
const digestKeyBits = 256;
const decoder = new TextDecoder();
const digestPurpose = new TextEncoder().encode('tradewind digest');

/** AES-256-GCM under the shop's key; what is sealed begins with its nonce, which is new each time. */
export async function webVault(shopKey: Uint8Array<ArrayBuffer>): Promise<Vault> {
  const key = await crypto.subtle.importKey('raw', shopKey, 'AES-GCM', false, ['encrypt', 'decrypt']);

  const digestOf = macUnder(await digestKeyOf(shopKey));

  const nextNonce = nonces();
  const sealBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
    const iv = nextNonce();
    const cipher = new Uint8Array(await crypto.subtle.encrypt({name: 'AES-GCM', iv}, key, bytes));
    const sealed = new Uint8Array(nonceBytes + cipher.length);
    sealed.set(iv);
    sealed.set(cipher, nonceBytes);
    return sealed;
  };
  const openBytes = (sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
    const iv = sealed.subarray(0, nonceBytes);
    const opened = crypto.subtle.decrypt({name: 'AES-GCM', iv}, key, sealed.subarray(nonceBytes));
    return opened.then((clear) => new Uint8Array(clear));
  };

  // In clear in this worker's memory, as what lists show is.
  const lately = new Map<string, unknown>();
  const remember = (bytes: string, value: unknown): void => {
    lately.set(bytes, value);
    const oldest = lately.keys().next();
    if (lately.size > latelyMax && !oldest.done) lately.delete(oldest.value);
  };

  return {
    sealBytes,
    openBytes,
    seal: async <T>(value: T): Promise<Sealed<T>> => {
      const clear = utf8(JSON.stringify(value));
      if (clear.length >= packedFromBytes) {
        const packed = await through(clear, new CompressionStream('gzip'));
        return {key: keyName, bytes: base64url(await sealBytes(packed))};
      }
      const bytes = base64url(await sealBytes(clear));
      remember(bytes, value);
      return {key: keyName, bytes};
    },
    open: async <T>(sealed: Sealed<T>): Promise<T> => {
      assert(sealed.key === keyName, 'a value sealed under the key of this shop');
      const known = lately.get(sealed.bytes);
      if (known !== undefined) return known as T;
      const bytes = await openBytes(bytesOf(sealed.bytes));
      const clear = bytes[0] === gzipMark ? await through(bytes, new DecompressionStream('gzip')) : bytes;
      return JSON.parse(decoder.decode(clear)) as T;
    },
    digest: async (text) => base64url(digestOf(text)),
  };
}

interface WithBase64 {
  readonly fromBase64?: (text: string, how: {readonly alphabet: 'base64url'}) => Uint8Array<ArrayBuffer>;
}

/** The bytes of an envelope: by the browser where it can, which for all those of a shop is a tenth of the work. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const native = Uint8Array as WithBase64;
  // Of letters that are no bytes the browser throws; whoever opens them finds out all the same.
  const isWhole = text.length % 4 !== 1;
  return native.fromBase64 && isWhole ? native.fromBase64(text, {alphabet: 'base64url'}) : fromBase64url(text);
}

/** Random nonces, thrown by the hundred: the browser is asked for many bytes as fast as for few. */
function nonces(): () => Uint8Array<ArrayBuffer> {
  const thrown = new Uint8Array(nonceBytes * noncesAtOnce);
  let used = noncesAtOnce;
  return () => {
    if (used === noncesAtOnce) {
      crypto.getRandomValues(thrown);
      used = 0;
    }
    const from = used * nonceBytes;
    used += 1;
    return thrown.slice(from, from + nonceBytes);
  };
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  // Straight from memory: a blob would take the bytes to another process and back.
  const writer = stream.writable.getWriter();
  const passed = new Response(stream.readable).arrayBuffer();
  const [packed] = await Promise.all([passed, writer.write(bytes), writer.close()]);
  return new Uint8Array(packed);
}

/** A key of its own for digests, HKDF-SHA-256 from the shop's: one key never serves two purposes. */
async function digestKeyOf(shopKey: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const whole = await crypto.subtle.importKey('raw', shopKey, 'HKDF', false, ['deriveBits']);
  const derivation = {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: digestPurpose};
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, whole, digestKeyBits));
}

export function newShopKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}
