import {type Shape, base64urlText, object, text} from './shape.ts';

declare const secret: unique symbol;

/**
 * A personal value that travels and rests encrypted. Mutators, the outbox and the master carry it and cannot read it:
 * asking it for a field does not compile. Only a `Vault` on a desk opens it.
 * `key` names the key it was sealed under, `bytes` is base64url of nonce and ciphertext.
 */
export interface Sealed<T> {
  readonly key: string;
  readonly bytes: string;
  readonly [secret]?: T;
}

/** Enough for the rows of a file that made an order of thousands of lines. */
const bytesMax = 16_000_000;

const envelope = object({key: text({min: 1, max: 40}), bytes: base64urlText({min: 38, max: bytesMax})});

/** A field that holds personal data of the given shape, sealed. */
export function sealed<T>(_inside: Shape<T>): Shape<Sealed<T>> {
  return envelope as unknown as Shape<Sealed<T>>;
}

/** The desk's keys. Sealing and opening are asynchronous, so both happen outside transactions; open in bulk. */
export interface Vault {
  seal<T>(value: T): Promise<Sealed<T>>;
  /** Throws on a damaged envelope or an unknown key: what this shop sealed, this shop can open. */
  open<T>(sealed: Sealed<T>): Promise<T>;
  sealBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  openBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * What a personal text is recognised by where it must not be read: 43 base64url letters, the same for the same text on
   * every desk of the shop, and nothing to anybody without the shop's key.
   */
  digest(text: string): Promise<string>;
}
