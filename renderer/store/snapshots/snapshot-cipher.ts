import {type SealedUnder, checkBytes} from '#core/snapshot/header.ts';
import {bindingOf, manifestIndex, nonceOf} from '#core/snapshot/bindings.ts';
import {damaged} from '#core/snapshot/refusal.ts';

/** What a snapshot's keys come from: the shop's key, or the bytes of a recovery phrase. */
export interface Secret {
  readonly sealedUnder: SealedUnder;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Seals and opens one snapshot. Its key is its own, so that a place in it serves as the nonce. */
export interface SnapshotCipher {
  /** Tells a wrong secret from a damaged file, and tells nothing of the secret. */
  readonly check: Uint8Array<ArrayBuffer>;
  /** For the one snapshot whose header these bytes are. */
  sealChunk(header: Uint8Array, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  openChunk(header: Uint8Array, index: number, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  sealManifest(header: Uint8Array, manifest: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  openManifest(header: Uint8Array, manifest: Uint8Array, seal: Uint8Array<ArrayBuffer>): Promise<void>;
}

const purposes = {
  shop: {key: 'tradewind snapshot', check: 'tradewind snapshot check'},
  phrase: {key: 'tradewind backup', check: 'tradewind backup check'},
} as const;

export async function snapshotCipher(secret: Secret, id: Uint8Array<ArrayBuffer>): Promise<SnapshotCipher> {
  const whole = await crypto.subtle.importKey('raw', secret.bytes, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const purpose = purposes[secret.sealedUnder];
  const from = (info: string) => ({name: 'HKDF', hash: 'SHA-256', salt: id, info: new TextEncoder().encode(info)});
  const kind = {name: 'AES-GCM', length: 256};
  const key = await crypto.subtle.deriveKey(from(purpose.key), whole, kind, false, ['encrypt', 'decrypt']);
  const check = new Uint8Array(await crypto.subtle.deriveBits(from(purpose.check), whole, checkBytes * 8));

  const seal = async (index: number, bytes: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.encrypt({name: 'AES-GCM', iv: nonceOf(index), additionalData}, key, bytes));
  const open = async (index: number, sealed: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) => {
    try {
      return new Uint8Array(
        await crypto.subtle.decrypt({name: 'AES-GCM', iv: nonceOf(index), additionalData}, key, sealed),
      );
    } catch (error) {
      if (error instanceof DOMException && error.name === 'OperationError') throw damaged();
      throw error;
    }
  };

  const nothing = new Uint8Array();
  return {
    check,
    sealChunk: (header, index, bytes) => seal(index, bytes, bindingOf(header, index)),
    openChunk: (header, index, sealed) => open(index, sealed, bindingOf(header, index)),
    sealManifest: (header, manifest) => seal(manifestIndex, nothing, bindingOf(header, manifestIndex, manifest)),
    openManifest: async (header, manifest, sealed) => {
      await open(manifestIndex, sealed, bindingOf(header, manifestIndex, manifest));
    },
  };
}
