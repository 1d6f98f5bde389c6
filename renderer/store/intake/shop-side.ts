import {headerDigest} from '#core/intake/header-digest.ts';
import {mappingShape} from '#core/intake/mapping-shape.ts';
import type {SourceRow} from '#core/intake/draft.ts';
import type {IntakeChoice} from '#core/intake/messages.ts';
import type {Import, IntakeMemory} from '#core/intake/schema.ts';
import {check} from '#core/lib/shape.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import type {ReadTx, Store} from '#core/sync/store.ts';

/** More than anybody keeps; beyond it the oldest acts of bringing files in are not compared with. */
const importsMax = 10_000;

export async function storefrontsOf(store: Store): Promise<readonly Storefront[]> {
  return store.read((tx) => tx.range('storefronts', {limit: 1_000}));
}

export async function businessesOf(store: Store): Promise<readonly Business[]> {
  return store.read((tx) => tx.range('businesses', {limit: 50}));
}

/** Every import, the newest first. */
export async function importsOf(store: Store): Promise<readonly Import[]> {
  const rows = await store.read((tx) => tx.range('imports', {limit: importsMax}));
  return rows.toSorted((a, b) => b.at - a.at);
}

/** What was chosen for a file of which these are the first records: one of them is its header. */
export async function rememberedFor(store: Store, sample: readonly SourceRow[]): Promise<IntakeChoice> {
  const digests = [...new Set(sample.map(({cells}) => headerDigest(cells)))];
  const found = await store.read((tx) => firstOf(tx, digests));
  return found ? choiceFrom(found) : {};
}

async function firstOf(tx: ReadTx, digests: readonly string[]): Promise<IntakeMemory | undefined> {
  for (const digest of digests) {
    const row = await tx.get('intakeMemory', digest);
    if (row) return row;
  }
  return undefined;
}

function choiceFrom({id: _, mapping, ...rest}: IntakeMemory): IntakeChoice {
  if (mapping === undefined) return rest;
  const read = check(mappingShape, JSON.parse(mapping));
  return read.ok ? {...rest, mapping: read.value} : rest;
}
