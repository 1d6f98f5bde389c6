import type {SafeStorage} from 'electron/main';
import {createCipheriv, createDecipheriv, randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {loud} from './loud.ts';

const version = Buffer.from('v10');
const ivBytes = 12;
const tagBytes = 16;

type Modelled = Pick<
  SafeStorage,
  | 'isEncryptionAvailable'
  | 'isAsyncEncryptionAvailable'
  | 'getSelectedStorageBackend'
  | 'encryptString'
  | 'decryptString'
>;

/** `safeStorage` with a key ring of one key, kept with the profile so that secrets outlive a relaunch. */
export function createSafeStorage(userData: string): object {
  const members: Modelled = {
    isEncryptionAvailable: () => true,
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString(text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', keyOf(userData), iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([version, iv, cipher.getAuthTag(), sealed]);
    },
    decryptString(bytes) {
      const ivAt = version.length;
      const tagAt = ivAt + ivBytes;
      const decipher = createDecipheriv('aes-256-gcm', keyOf(userData), bytes.subarray(ivAt, tagAt));
      decipher.setAuthTag(bytes.subarray(tagAt, tagAt + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(tagAt + tagBytes)), decipher.final()]).toString('utf8');
    },
  };
  return loud('safeStorage', members);
}

function keyOf(userData: string): Buffer {
  const path = join(userData, 'standin-key-ring');
  if (!existsSync(path)) {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, randomBytes(32));
  }
  return readFileSync(path);
}
