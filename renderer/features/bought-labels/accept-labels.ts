import type {DataClient} from '../../app/data/data-client.ts';
import type {BoughtLabelId, TakenLabel} from '#core/shipping/bought/schema.ts';
import {scansMax} from '#core/shipping/bought/schema.ts';
import {takeLabels} from '#core/shipping/bought/mutators.ts';
import type {Result} from '#core/lib/result.ts';
import {ok} from '#core/lib/result.ts';
import {callOf} from '#core/sync/define.ts';
import type {Outcome} from '#core/sync/replica.ts';
import {removeLabels} from '../../app/labels/label-session.ts';
import {byFile} from './by-file.ts';
import type {JudgedLabel} from './judged.ts';

/**
 * Takes in every label that has an order: first the bytes, then the rows, one change a file. A desk that is killed between has bytes that
 * are no label's, which are swept, and no label without its bytes.
 */
export async function acceptLabels(
  data: DataClient,
  judged: readonly JudgedLabel[],
): Promise<Result<readonly Outcome[]>> {
  const matched = judged.flatMap(({label, verdict}) =>
    verdict.is === 'matched' ? [{label, taken: takenOf(label, verdict)}] : [],
  );
  const kept = await data.call('bought.keep', {
    labels: matched.map(({label}) => ({labelId: label.key, bytes: label.bytes})),
  });
  if (!kept.ok) return kept;
  const files = [...byFile(matched, ({label}) => label.file).values()];
  const outcomes = await data.mutateAll(
    files.map((labels) => callOf(takeLabels, {labels: labels.map(({taken}) => taken)})),
    'bought',
  );
  const done = files.flatMap((labels, at) => (outcomes[at]?.ok ? labels.map(({label}) => label.key as string) : []));
  removeLabels(new Set(done));
  return ok(outcomes);
}

function takenOf(
  {key, fileId, fileName, place, form, number, text}: JudgedLabel['label'],
  {orderId, by}: Extract<JudgedLabel['verdict'], {is: 'matched'}>,
): TakenLabel {
  const about = {id: key as BoughtLabelId, orderId, fileId, fileName: fileName.slice(0, 200), place, form, by};
  if (number.is !== 'number') {
    // Whoever scans it scans one of its barcodes, whatever they mean.
    const scans = text.codes.map((code) => code.slice(3)).filter((code) => code !== '' && code.length <= 90);
    return {...about, number: '', carrier: '', scans: [...new Set(scans)].slice(0, scansMax)};
  }
  const {tracking, scans} = number;
  const {scheme, service} = tracking;
  return {
    ...about,
    number: tracking.number,
    carrier: tracking.carrier,
    ...(scheme !== undefined && {scheme}),
    ...(service !== undefined && {service}),
    scans: scans.slice(0, scansMax),
  };
}
