import type {Knowledge} from '#core/intake/knowledge.ts';
import type {IntakeChoice, IntakeFile} from '#core/intake/messages.ts';
import type {TableWish} from '#core/intake/table/opened-table.ts';
import type {Channel, StorefrontId} from '#core/storefronts/schema.ts';
import type {Store} from '#core/sync/store.ts';
import type {ReaderClient} from './reader-client.ts';
import {type SessionFile, choiceOf} from './session-file.ts';
import {businessesOf, importsOf, rememberedFor, storefrontsOf} from './shop-side.ts';

export interface ReadingHost {
  readonly store: Store;
  readonly reader: ReaderClient;
  /** Told with every bit that becomes known. */
  readonly become: (known: Partial<SessionFile>) => void;
  readonly progress: (readBytes: number) => void;
  /** Given what ends the piece of work under way. */
  readonly stoppable: (stop: () => void) => void;
  /** Whether a file of the same bytes is in this session already. */
  readonly isTwice: (fileId: string) => boolean;
}

/** Reads one file as far as it can be read, with what a person chose for it, now or last time; answers with what it is. */
export async function readBrought(file: SessionFile, host: ReadingHost): Promise<Partial<SessionFile> | 'cancelled'> {
  const look = host.reader.look(file.brought, wishOf(choiceOf(file)));
  host.stoppable(look.stop);
  const seen = await look.ended;
  if (seen === 'cancelled') return 'cancelled';
  if (!seen.ok) return {fault: seen.fault};

  const {fileId, sample} = seen.value;
  if (host.isTwice(fileId)) return {fault: {code: 'intake.file_twice', values: {}}};
  const remembered = await rememberedFor(host.store, sample);
  host.become({fileId, sample, remembered, knownFile: await knownAs(host.store, fileId)});

  const known = await knowledgeFor(host.store, {...remembered, ...file.chosen});
  const read = host.reader.read(file.brought, known, host.progress);
  host.stoppable(read.stop);
  const reading = await read.ended;
  if (reading === 'cancelled') return 'cancelled';
  if (!reading.ok) return {fault: reading.fault};
  return {reading: reading.value, suggested: await onlyStorefront(host.store, reading.value.channel)};
}

async function onlyStorefront(store: Store, channel: Channel | undefined): Promise<StorefrontId | undefined> {
  const fitting = (await storefrontsOf(store)).filter((storefront) => storefront.channel === channel);
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}

async function knownAs(store: Store, fileId: string): Promise<IntakeFile['knownFile']> {
  const found = (await importsOf(store)).find(
    ({status, files}) => status === 'kept' && files.some((file) => file.fileId === fileId),
  );
  return found && {importId: found.id, at: found.at};
}

async function knowledgeFor(store: Store, choice: IntakeChoice): Promise<Knowledge> {
  const {storefrontId: _, ...read} = choice;
  const businesses = await businessesOf(store);
  const zone = businesses[0]?.zone;
  return {mappings: choice.mapping ? [choice.mapping] : [], choice: read, ...(zone ? {businessZone: zone} : {})};
}

/** How the bytes are to be read, as far as a person has said. */
export function wishOf({encoding}: IntakeChoice): TableWish {
  return encoding === undefined ? {} : {encoding};
}
