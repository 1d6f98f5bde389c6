import type {Manifest} from '#core/snapshot/manifest.ts';
import {type PhraseLanguage, phraseBytes, phraseOf, readPhrase} from '#core/snapshot/recovery-phrase.ts';
import {Refusal} from '#core/snapshot/refusal.ts';
import {type OpenSnapshot, SealedSnapshot} from './read-snapshot.ts';
import {restoreSnapshot} from './restore-snapshot.ts';
import type {Secret} from './snapshot-cipher.ts';
import {type SnapshotSink, sourceOfBlob} from './snapshot-source.ts';
import {type Subject, takeSnapshot} from './take-snapshot.ts';
import {type Outcome, type Watch, outcomeOf} from './watch.ts';

/** Ending of a backup that a person keeps: a snapshot sealed under a recovery phrase. */
export const backupEnding = '.tradewind';

/** What can be said of a backup without its phrase. */
export type BackupFacts = Pick<Manifest, 'shop' | 'madeAt' | 'storeVersion' | 'counts' | 'n'> & {
  readonly bytes: number;
};

/** Twelve new words. Who has them and a backup has the shop. */
export function newPhrase(language: PhraseLanguage): string {
  return phraseOf(crypto.getRandomValues(new Uint8Array(phraseBytes)), language);
}

/** Writes a shop as one file. What a stopped or refused one has written to `sink` is of no use. */
export async function backUp(
  shop: Omit<Subject, 'secret'>,
  phrase: string,
  sink: SnapshotSink,
  watch: Watch,
): Promise<Outcome<Manifest>> {
  return outcomeOf(async () => takeSnapshot({...shop, secret: secretOf(phrase)}, sink, watch), watch);
}

/** Reads every byte, and tells what the file holds: nothing personal, and nothing that needs the phrase. */
export async function inspectBackup(file: Blob, watch: Watch): Promise<Outcome<BackupFacts>> {
  return outcomeOf(async () => {
    const sealed = await backupIn(file);
    await sealed.verify(watch);
    const {shop, madeAt, storeVersion, counts, n} = sealed.manifest;
    return {shop, madeAt, storeVersion, counts, n, bytes: file.size};
  }, watch);
}

/**
 * Restores a backup into an empty database of this name. The shop keeps its key and gets a new incarnation, always: the desk it
 * was made on may still be there.
 */
export async function restoreBackup(
  file: Blob,
  phrase: string,
  {name, incarnation, watch}: {readonly name: string; readonly incarnation: string; readonly watch: Watch},
): Promise<Outcome<Manifest>> {
  const opened = await openBackup(file, phrase, watch);
  if (opened === 'cancelled' || !opened.ok) return opened;
  return restoreSnapshot(opened.value, name, {watch, renewal: {incarnation}});
}

/** A backup whose records can be read. */
export async function openBackup(file: Blob, phrase: string, watch: Watch): Promise<Outcome<OpenSnapshot>> {
  return outcomeOf(async () => (await backupIn(file)).unlock(secretOf(phrase)), watch);
}

/** Opens the file as a backup: a snapshot of this desk's own shelf is none, no phrase opens it. */
async function backupIn(file: Blob): Promise<SealedSnapshot> {
  const sealed = await SealedSnapshot.open(sourceOfBlob(file));
  if (sealed.header.sealedUnder !== 'phrase') throw new Refusal('backups.not_a_backup');
  return sealed;
}

function secretOf(phrase: string): Secret {
  const bytes = readPhrase(phrase);
  if (!bytes.ok) throw new Refusal(bytes.fault.code, bytes.fault.values);
  return {sealedUnder: 'phrase', bytes: bytes.value};
}
