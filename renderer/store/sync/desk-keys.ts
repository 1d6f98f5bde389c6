import {base64url, fromBase64url} from '#core/lib/hash.ts';
import {utf8} from '#core/lib/utf8.ts';

/** The keys by which a desk can be known for the one that joined. */
export interface DeskKeys {
  readonly publicKey: string;
  /** PKCS #8. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

export async function newDeskKeys(): Promise<DeskKeys> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  return {
    publicKey: base64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

/** Whether whoever has the private key to this one has signed a text. */
export async function hasSigned(
  key: string,
  {text, signature}: {readonly text: string; readonly signature: string},
): Promise<boolean> {
  const known = await crypto.subtle.importKey('raw', fromBase64url(key), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', known, fromBase64url(signature), utf8(text));
}
