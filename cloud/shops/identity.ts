import {type KeyObject, createPrivateKey, generateKeyPairSync, sign} from 'node:crypto';
import {must} from '#core/lib/assert.ts';
import type {Pool} from '../database/pool.ts';

/** The key by which desks know a master again. */
export interface Identity {
  /** Raw Ed25519 key, 43 base64url letters. */
  readonly publicKey: string;
  sign(told: string): string;
}

interface IdentityRow {
  readonly public_key: string;
  readonly private_key: string;
}

/** The identity of the master of a database, made at its first start. */
export async function identityOf(pool: Pool): Promise<Identity> {
  const {x, d} = generateKeyPairSync('ed25519').privateKey.export({format: 'jwk'});
  await pool.query('insert into identity (public_key, private_key) values ($1, $2) on conflict do nothing', [x, d]);
  const {rows} = await pool.query<IdentityRow>('select public_key, private_key from identity');
  const row = must(rows[0], 'an identity that was just kept');
  const key = privateKey(row);
  return {publicKey: row.public_key, sign: (told) => sign(null, Buffer.from(told), key).toString('base64url')};
}

function privateKey({public_key, private_key}: IdentityRow): KeyObject {
  return createPrivateKey({key: {kty: 'OKP', crv: 'Ed25519', x: public_key, d: private_key}, format: 'jwk'});
}
