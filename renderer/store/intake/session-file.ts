import type {Fault} from '#core/faults.ts';
import type {SourceRow} from '#core/intake/draft.ts';
import type {BroughtFile, IntakeAsk, IntakeChoice, IntakeFile} from '#core/intake/messages.ts';
import type {PackedReading} from '#core/intake/reading.ts';
import type {StorefrontId} from '#core/storefronts/schema.ts';
import {accountOf} from './file-account.ts';
import type {PlannedFile} from './session-plan.ts';

/** A file in the hands of the session; replaced as a whole when something becomes known. */
export interface SessionFile {
  readonly key: string;
  readonly brought: BroughtFile;
  readonly stage: 'waiting' | 'reading' | 'read' | 'kept';
  readonly fileId?: string | undefined;
  readonly knownFile?: IntakeFile['knownFile'] | undefined;
  /** What a person chose here; goes before what is remembered. */
  readonly chosen: IntakeChoice;
  /** What was chosen for a file with the same header, last time. */
  readonly remembered: IntakeChoice;
  /** The first records, preamble and header among them. */
  readonly sample: readonly SourceRow[];
  readonly reading?: PackedReading | undefined;
  /** The only storefront of the file's channel. */
  readonly suggested?: StorefrontId | undefined;
  readonly fault?: Fault | undefined;
}

const sampleMax = 20;

export function choiceOf(file: SessionFile): IntakeChoice {
  return {...file.remembered, ...file.chosen};
}

/** What a person must say before the file can be kept. */
export function asksOf(file: SessionFile): readonly IntakeAsk[] {
  const {reading, stage} = file;
  if (stage !== 'read' || !reading) return [];
  const choice = choiceOf(file);
  const asks = reading.asks.filter((ask) => ask !== 'format' || choice.format === undefined);
  return reading.kind === 'orders' && choice.storefrontId === undefined ? [...asks, 'storefront'] : asks;
}

export function statusOf(file: SessionFile): IntakeFile['status'] {
  if (file.stage !== 'read') return file.stage;
  if (asksOf(file).length > 0) return 'asks';
  return file.reading ? 'ready' : 'refused';
}

/** The file as the page is told of it; orders that the plan refused count among its rejected rows. */
export function toldFile(file: SessionFile, planned: PlannedFile | undefined): IntakeFile {
  const {key, brought, reading, sample, fileId, knownFile, suggested, fault} = file;
  const choice = choiceOf(file);
  const storefrontId = choice.storefrontId ?? suggested;
  const rows = reading && reading.sample.length > 0 ? reading.sample : sample.slice(0, sampleMax);
  return {
    key,
    name: brought.name,
    size: brought.blob.size,
    status: statusOf(file),
    asks: asksOf(file),
    choice,
    ...(fault ? {fault} : {}),
    ...(fileId === undefined ? {} : {fileId}),
    ...(knownFile ? {knownFile} : {}),
    ...(storefrontId === undefined ? {} : {storefrontId}),
    ...(rows.length > 0 ? {sample: rows} : {}),
    ...accountOf(reading, planned?.refused ?? []),
    ...(reading ? readingFacts(reading) : {}),
    ...(planned ? {counts: planned.counts} : {}),
  };
}

function readingFacts({
  format,
  confidence,
  kind,
  channel,
  mapping,
  table,
  rateDays,
}: PackedReading): Partial<IntakeFile> {
  const days = rateDays.map(({id}) => id).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return {
    format,
    confidence,
    kind,
    ...(channel ? {channel} : {}),
    ...(mapping ? {mapping} : {}),
    container: table.container,
    encoding: table.encoding,
    ...(table.separator === undefined ? {} : {separator: table.separator}),
    headerRow: table.headerRow,
    header: table.header,
    ...(first === undefined || last === undefined ? {} : {rateDays: {count: days.length, first, last}}),
  };
}
