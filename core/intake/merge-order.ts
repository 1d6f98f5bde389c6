import type {CurrencyCode} from '../money/currency.ts';
import type {Buyer, EditGroup, Order, OrderGap, OrderStatus} from '../orders/schema.ts';
import type {DraftFacts} from './draft.ts';
import {gapsOf, mergeAddress, mergeBuyer, mergeLines, nowhere} from './merge-parts.ts';
import {moveOf, toldStatus} from './merge-state.ts';
import {type OrderGroup, orderGroups} from './messages.ts';
import {toldMax, type OrderTelling} from './schema.ts';
import {newsOf, statusMark} from './told.ts';

/** An order with its personal part opened. */
export interface OpenOrder {
  readonly row: Omit<Order, 'buyer'>;
  readonly buyer: Buyer;
}

export type Told = OrderTelling['told'];
export type Decided = Readonly<Partial<Record<OrderGroup, 'ours' | 'theirs'>>>;

export interface Merged {
  readonly open: OpenOrder;
  readonly told: Told;
  /** Whether a file or a person has said where the order stands; until then it stands at `paid` for want of better. */
  readonly statusSaid: boolean;
  /** Groups of which something was told that no file had told before. */
  readonly news: ReadonlySet<OrderGroup>;
  /** Groups that somebody has to decide, or has decided. */
  readonly conflicts: ReadonlySet<OrderGroup>;
}

export const nothingTold: Told = {address: [], buyer: [], lines: [], money: [], state: []};

/**
 * What an order becomes by what one file says of it, group by group:
 * 1. What any file has told before changes nothing, whatever the order of files.
 * 2. What a draft leaves out stays as it is.
 * 3. What is told for the first time is taken; a status only forwards (`merge-state.ts`).
 * 4. It is a conflict where a person edited the group here and the file would change it, or where the status would throw
 *    work away. Decided `theirs` takes it and ends the edit; decided `ours` remembers that it was told; undecided it stays
 *    ours and is asked again.
 */
export function mergeDraft(before: Merged, draft: DraftFacts, decided: Decided): Merged {
  let {open, told, statusSaid} = before;
  const news = new Set(before.news);
  const conflicts = new Set(before.conflicts);
  for (const group of orderGroups) {
    const digest = newsOf(draft, group, told[group]);
    if (digest === undefined) continue;

    const {taken, asks} = takenOf({open, told, statusSaid}, draft, group);
    const isEdited = group !== 'state' && (open.row.edited ?? []).includes(group);
    const isConflict = asks || (isEdited && sideOf(taken, group) !== sideOf(open, group));
    news.add(group);
    if (isConflict) conflicts.add(group);
    if (isConflict && decided[group] === undefined) {
      // What a file tells beside a status that has to be decided is no conflict.
      if (group === 'state') open = withState(open, draft);
      continue;
    }
    if (!isConflict) open = taken;
    else if (decided[group] === 'theirs')
      open = group === 'state' ? cancelledOr(taken, draft) : notEdited(taken, group);
    if (group === 'state' && draft.status !== undefined) statusSaid = true;
    told = {...told, [group]: withDigests(told[group], digest, group === 'state' ? draft.status : undefined)};
  }
  return {open, told, statusSaid, news, conflicts};
}

/** The same for an order of which nothing is known: what `mergeDraft` makes of a blank one, group by group, at once. */
export function firstDraft(named: Named, currency: CurrencyCode, draft: DraftFacts): Merged {
  const told = {...nothingTold};
  const news = new Set<OrderGroup>();
  for (const group of orderGroups) {
    const digest = newsOf(draft, group, []);
    if (digest === undefined) continue;
    told[group] = withDigests([], digest, group === 'state' ? draft.status : undefined);
    news.add(group);
  }
  const shipTo = news.has('address') ? mergeAddress(nowhere, draft.shipTo ?? {}) : nowhere;
  const buyer = news.has('buyer') ? mergeBuyer({shipTo}, draft.buyer ?? {}) : {shipTo};
  const lines = news.has('lines') ? mergeLines([], draft.lines ?? [], draft.money !== undefined) : [];
  const isPriced = news.has('money');
  const paidIn = ((isPriced || news.has('lines')) && draft.currency) || currency;
  const row = {...blankRow(named, paidIn), lines, ...(isPriced && draft.money), shipCountry: shipTo.country};
  const open = whole(row, buyer, {hasMoney: isPriced, hasDate: false});
  if (!news.has('state')) return {open, told, statusSaid: false, news, conflicts: new Set()};

  const {taken} = stateOf({open: withState(open, draft), told: nothingTold, statusSaid: false}, draft);
  return {open: taken, told, statusSaid: draft.status !== undefined, news, conflicts: new Set()};
}

function withDigests(told: readonly string[], digest: string, status: OrderStatus | undefined): readonly string[] {
  const mark = status && statusMark(toldStatus(status));
  const added = mark && !told.includes(mark) ? [digest, mark] : [digest];
  return [...told, ...added].slice(-toldMax);
}

type Standing = Pick<Merged, 'open' | 'told' | 'statusSaid'>;

function takenOf(
  standing: Standing,
  draft: DraftFacts,
  group: OrderGroup,
): {readonly taken: OpenOrder; readonly asks: boolean} {
  const {open} = standing;
  const {row, buyer} = open;
  switch (group) {
    case 'address': {
      const shipTo = mergeAddress(buyer.shipTo, draft.shipTo ?? {});
      return {taken: whole({...row, shipCountry: shipTo.country}, {...buyer, shipTo}), asks: false};
    }
    case 'buyer':
      return {taken: whole(row, mergeBuyer(buyer, draft.buyer ?? {})), asks: false};
    case 'lines': {
      const lines = mergeLines(row.lines, draft.lines ?? [], draft.money !== undefined);
      const currency = isMissing(row, 'money') ? draft.currency : undefined;
      return {taken: whole({...row, lines, ...(currency && {currency})}, buyer), asks: false};
    }
    case 'money': {
      const {money, currency} = draft;
      return {
        taken: whole({...row, ...money, ...(currency && {currency})}, buyer, {...known(row), hasMoney: true}),
        asks: false,
      };
    }
    case 'state':
      return stateOf({...standing, open: withState(open, draft)}, draft);
  }
}

function stateOf({open, told, statusSaid}: Standing, {status}: DraftFacts): ReturnType<typeof takenOf> {
  if (status === undefined) return {taken: open, asks: false};

  const says = toldStatus(status);
  if (!statusSaid) return {taken: withStatus(open, says), asks: false};
  if (told.state.includes(statusMark(says))) return {taken: open, asks: false};

  const move = moveOf({from: open.row.status, told: says, byChannel: told.state.includes(statusMark('held'))});
  if (move === 'stay') return {taken: open, asks: false};
  return move === 'ask' ? {taken: open, asks: true} : {taken: withStatus(open, move), asks: false};
}

/** What a person has decided to take although it throws work away. */
function cancelledOr(open: OpenOrder, {status}: DraftFacts): OpenOrder {
  return status === undefined ? open : withStatus(open, toldStatus(status));
}

export function withStatus({row, buyer}: OpenOrder, status: OrderStatus): OpenOrder {
  const {heldFrom: _heldFrom, holdReason: _holdReason, ...rest} = row;
  if (status !== 'held') return {row: {...rest, status}, buyer};
  const heldFrom = row.status === 'released' ? 'released' : 'paid';
  return {row: {...rest, status, heldFrom, holdReason: 'other'}, buyer};
}

const trackingMax = 60;

function withState({row, buyer}: OpenOrder, {orderedAt, shipBy, shippedAt, tracking}: DraftFacts): OpenOrder {
  const parcel = tracking && {
    carrier: (tracking.carrier ?? row.tracking?.carrier ?? '').slice(0, trackingMax),
    number: tracking.number.slice(0, trackingMax),
  };
  const times = {
    ...(orderedAt !== undefined && {orderedAt}),
    ...(shipBy !== undefined && {shipBy}),
    ...(shippedAt !== undefined && {shippedAt}),
  };
  const next = {...row, ...times, ...(parcel && parcel.number !== '' && {tracking: parcel})};
  return whole(next, buyer, {...known(row), hasDate: orderedAt !== undefined || known(row).hasDate});
}

function isMissing({missing}: OpenOrder['row'], gap: OrderGap): boolean {
  return missing?.includes(gap) ?? false;
}

interface Known {
  readonly hasMoney: boolean;
  readonly hasDate: boolean;
}

function known(row: OpenOrder['row']): Known {
  return {hasMoney: !isMissing(row, 'money'), hasDate: !isMissing(row, 'date')};
}

function whole(row: OpenOrder['row'], buyer: Buyer, has: Known = known(row)): OpenOrder {
  const {missing: _missing, ...rest} = row;
  return {row: {...rest, ...gapsOf({...has, lines: row.lines, shipTo: buyer.shipTo})}, buyer};
}

function notEdited({row, buyer}: OpenOrder, group: OrderGroup): OpenOrder {
  const {edited, ...rest} = row;
  const left = (edited ?? []).filter((one: EditGroup) => one !== group);
  return {row: left.length > 0 ? {...rest, edited: left} : rest, buyer};
}

/** Everything a group holds, as text that is equal where nothing differs. */
export function sideOf({row, buyer}: OpenOrder, group: OrderGroup): string {
  const {shipTo, name, handle, email, phone} = buyer;
  const {street, extra, postalCode, city, region, country, company} = shipTo;
  switch (group) {
    case 'address':
      return JSON.stringify([shipTo.name, company, street, extra, postalCode, city, region, country]);
    case 'buyer':
      return JSON.stringify([name, handle, email, phone]);
    case 'lines':
      return JSON.stringify(
        row.lines.map(({sku, title, quantity, unitPrice, totalMinor}) => {
          return [sku, title, quantity, unitPrice?.units, unitPrice?.scale, totalMinor];
        }),
      );
    case 'money': {
      const {shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor} = row;
      const currency = isMissing(row, 'money') ? undefined : row.currency;
      return JSON.stringify([shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor, currency]);
    }
    case 'state': {
      const {status, orderedAt, shipBy, shippedAt, tracking} = row;
      return JSON.stringify([status, orderedAt, shipBy, shippedAt, tracking?.carrier, tracking?.number]);
    }
  }
}

type Named = Pick<Order, 'id' | 'storefrontId' | 'channelOrderId' | 'orderedAt'>;

/** An order of which nothing is known but its number. */
export function blankOrder(named: Named, currency: CurrencyCode, buyer: Buyer): OpenOrder {
  const row = {...blankRow(named, currency), shipCountry: buyer.shipTo.country};
  return whole(row, buyer, {hasMoney: false, hasDate: false});
}

function blankRow({id, storefrontId, channelOrderId, orderedAt}: Named, currency: CurrencyCode) {
  const amounts = {shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 0, refundedMinor: 0};
  return {id, storefrontId, channelOrderId, status: 'paid', currency, orderedAt, lines: [], ...amounts} as const;
}
