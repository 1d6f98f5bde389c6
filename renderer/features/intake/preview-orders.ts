import {bindFormat} from '#core/intake/bound-format.ts';
import type {OrderDraft, SourceRow} from '#core/intake/draft.ts';
import {gatherRows} from '#core/intake/gather-rows.ts';
import {makeDrafts} from '#core/intake/make-drafts.ts';
import {type Mapping, formatOfMapping} from '#core/intake/mapping.ts';
import type {Rejection} from '#core/intake/reading.ts';
import type {ZoneId} from '#core/time/zone.ts';

interface Given {
  readonly header: readonly string[];
  readonly sample: readonly SourceRow[];
  readonly businessZone: ZoneId;
}

/** What the first rows of a file would be under a mapping: read as the whole file is, only shorter. */
export function previewOrders(
  mapping: Mapping,
  {header, sample, businessZone}: Given,
): {readonly orders: readonly OrderDraft[]; readonly rejected: readonly Rejection[]} {
  const bound = bindFormat(formatOfMapping(mapping), header);
  const rows = gatherRows(bound);
  for (const row of sample) rows.take(row);
  const {dateOrder, currency} = mapping;
  const drafts = makeDrafts(bound, rows.gathered(), {
    mappings: [],
    businessZone,
    choice: {...(dateOrder === undefined ? {} : {dateOrder}), ...(currency === undefined ? {} : {currency})},
  });
  drafts.next(sample.length + 1);
  return drafts.made();
}
