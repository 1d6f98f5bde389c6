import type {OpenOrder} from '#core/intake/merge-order.ts';
import {mergedOrder} from '#core/intake/plan.ts';
import {type GroupDifference, type PlanItem, type PlanKind, orderGroups} from '#core/intake/messages.ts';
import {factsOf} from './order-facts.ts';
import type {SessionFile} from './session-file.ts';
import type {Decisions, SessionOrder, SessionPlan} from './session-plan.ts';

export interface ItemsAsked {
  readonly files: readonly SessionFile[];
  readonly kind: PlanKind;
  readonly from: number;
  readonly count: number;
}

/** Some orders (or rejected rows) of the preview, in the order of the plan. */
export function pageOfItems(
  {files, kind, from, count}: ItemsAsked,
  plan: SessionPlan | undefined,
  decisions: Decisions,
): {readonly total: number; readonly items: readonly PlanItem[]} {
  if (kind === 'rejected') {
    const rejected = rejectedItems(files, plan);
    return {total: rejected.length, items: rejected.slice(from, from + count)};
  }
  const keys = new Set(files.map(({key}) => key));
  const orders = (plan?.orders ?? []).filter(
    (order) => order.kind === kind && order.drafts.some(({file}) => keys.has(file)),
  );
  return {
    total: orders.length,
    items: orders.slice(from, from + count).map((order) => itemOf(order, decisions)),
  };
}

function rejectedItems(files: readonly SessionFile[], plan: SessionPlan | undefined): readonly PlanItem[] {
  return files.flatMap(({key, reading}) => {
    const rows = (reading?.rejected ?? []).map(({row, fault}): PlanItem => ({file: key, rows: [row], fault}));
    const orders = (plan?.refused ?? []).filter(({file}) => file === key);
    const refused = orders.map(({draft, fault}): PlanItem => {
      const {channelOrderId, source} = draft;
      return {file: key, rows: source.rows, channelOrderId, fault};
    });
    return [...rows, ...refused];
  });
}

function itemOf(planned: SessionOrder, decisions: Decisions): PlanItem {
  const {orderId, drafts, known} = planned;
  const [first] = drafts;
  // Everything taken from the files, so that it can be shown beside what is here.
  const said = planned.isSettled ? undefined : mergedOrder(planned, takeAll).open;
  const name =
    said?.buyer.shipTo.name ?? drafts.map(({draft}) => draft.shipTo?.name ?? draft.buyer?.name).find(Boolean);
  return {
    file: first?.file ?? '',
    rows: drafts.flatMap(({draft}) => draft.source.rows),
    orderId,
    channelOrderId: first?.draft.channelOrderId ?? '',
    ...(name ? {buyer: name} : {}),
    ...moneyOf(planned, said),
    lines: said?.row.lines.length ?? drafts.reduce((most, {draft}) => Math.max(most, draft.lines?.length ?? 0), 0),
    ...(known && said ? {groups: differencesOf(planned, said, decisions)} : {}),
  };
}

const takeAll = Object.fromEntries(orderGroups.map((group) => [group, 'theirs'])) as Record<
  (typeof orderGroups)[number],
  'theirs'
>;

function moneyOf({drafts}: SessionOrder, said: OpenOrder | undefined): Pick<PlanItem, 'currency' | 'totalMinor'> {
  if (said) {
    const {currency, totalMinor, missing} = said.row;
    return missing?.includes('money') ? {} : {currency, totalMinor};
  }
  const told = drafts.find(({draft}) => draft.money && draft.currency)?.draft;
  return told?.money && told.currency ? {currency: told.currency, totalMinor: told.money.totalMinor} : {};
}

function differencesOf(planned: SessionOrder, theirs: OpenOrder, decisions: Decisions): readonly GroupDifference[] {
  const {known, changed, conflicts, orderId} = planned;
  if (!known) return [];
  const {buyer: _, ...row} = known.order;
  const ours: OpenOrder = {row, buyer: known.buyer};
  return orderGroups
    .filter((group) => changed.includes(group) || conflicts.includes(group))
    .map((group) => {
      const decided = decisions.get(orderId)?.[group];
      return {
        group,
        ours: factsOf(ours, group),
        theirs: factsOf(theirs, group),
        conflicting: conflicts.includes(group),
        ...(decided === undefined ? {} : {decided}),
      };
    });
}
