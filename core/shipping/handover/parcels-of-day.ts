import {type FieldsOf, branded, integer, pattern} from '../../lib/shape.ts';
import {defineSummary} from '../../lib/summary.ts';
import {parcelList} from '../packing/list-view.ts';
import type {Db} from '../../sync/define.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {ParcelId} from '../packing/schema.ts';
import {type Manifest, manifestParcelsMax} from './schema.ts';

/** Where the parcels of one carrier stand at the end of a day. */
export interface CarrierDay {
  /** As parcels name it; blank for those without a carrier's number. */
  readonly carrier: string;
  /** Closed by a scan and on no sheet yet, the oldest first; so many at most as one sheet takes. */
  readonly ready: readonly ParcelId[];
  /** Packed or labelled, and the label was never scanned. */
  readonly unscanned: readonly ParcelId[];
  /** On the sheets of today, whichever day they were packed on. */
  readonly handedOver: number;
  /** Of today. */
  readonly voided: number;
}

const asked = {since: integer({min: 0}), day: branded<LocalDate>(pattern(/^\d{4}-\d{2}-\d{2}$/))};

/** Parcels by carrier: what can be handed over now, from whichever day; what was never scanned; what left and what was torn up since. */
export const parcelsOfDay = defineSummary({
  name: 'handover.day',
  view: parcelList,
  args: asked,
  load: async (db: Db, {day}: FieldsOf<typeof asked>): Promise<readonly Manifest[]> => db.manifests.byKey('byDay', day),
  run: (columns, sheets: readonly Manifest[], {since}): readonly CarrierDay[] => {
    const [status, carrier, handed] = [columns.code('status'), columns.code('carrier'), columns.code('handed')];
    const [packedAt, voidedAt] = [columns.number('packedAt'), columns.number('voidedAt')];
    const days = new Map<string, {ready: number[]; unscanned: number[]; handedOver: number; voided: number}>();
    const dayNamed = (name: string) => {
      const day = days.get(name) ?? {ready: [], unscanned: [], handedOver: 0, voided: 0};
      days.set(name, day);
      return day;
    };
    const dayOf = (at: number) => dayNamed(carrier.names[carrier.at[at] ?? 0] ?? '');
    for (const {carrier: name, parcelIds, voidedAt: isVoid} of sheets) {
      if (isVoid === undefined) dayNamed(name).handedOver += parcelIds.length;
    }
    for (let at = 0; at < columns.size; at += 1) {
      if (columns.live[at] !== 1) continue;
      const isHanded = handed.names[handed.at[at] ?? 0] === 'yes';
      const stands = status.names[status.at[at] ?? 0];
      if (stands === 'voided') {
        if ((voidedAt[at] ?? 0) >= since) dayOf(at).voided += 1;
      } else if (stands !== 'closed') dayOf(at).unscanned.push(at);
      else if (!isHanded) dayOf(at).ready.push(at);
    }
    const idsOf = (positions: readonly number[]): readonly ParcelId[] =>
      positions
        .toSorted((a, b) => (packedAt[a] ?? 0) - (packedAt[b] ?? 0) || a - b)
        .slice(0, manifestParcelsMax)
        .map((at) => columns.idAt(at) as ParcelId);
    return [...days]
      .toSorted(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
      .map(([name, day]) => ({...day, carrier: name, ready: idsOf(day.ready), unscanned: idsOf(day.unscanned)}));
  },
});
