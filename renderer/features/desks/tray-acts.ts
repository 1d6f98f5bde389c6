import {must} from '#core/lib/assert.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import type {Outcome} from '#core/sync/replica.ts';
import {dismissTrayItem} from '#core/tray/mutators.ts';
import {type TrayItemShown, trayItemWhole} from '#core/tray/queries.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {readOnce} from '../../app/data/read-once.ts';
import type {Deeds} from '../../app/undo/use-deeds.ts';
import {isKnown} from './asked-words.ts';

/** A fact stands already; what this version does not know it cannot do. */
export function canDoAgain({kind, name}: TrayItemShown): boolean {
  return kind !== 'collided' && isKnown(name);
}

/** Does changes again as they were asked, in the order in which they were, and clears away those that are taken now. */
export async function doAgain(data: DataClient, deeds: Deeds, items: readonly TrayItemShown[]): Promise<void> {
  const able = items.filter(canDoAgain).toSorted((a, b) => a.at - b.at || a.by.n - b.by.n);
  if (able.length === 0) return;
  const calls: Call[] = [];
  for (const item of able) calls.push({name: item.name, args: await argsOf(data, item)});
  const batch = calls.length > 1 ? crypto.randomUUID() : undefined;
  const outcomes = await data.mutateAll(calls, batch);
  const taken = able.filter((_, at) => outcomes[at]?.ok);
  const cleared = taken.length > 0 ? await data.mutateAll(taken.map(dismissalOf), batch) : [];
  deeds.did('tray:did.again', [...outcomes, ...cleared]);
}

export async function dismiss(data: DataClient, deeds: Deeds, items: readonly TrayItemShown[]): Promise<void> {
  if (items.length === 0) return;
  const batch = items.length > 1 ? crypto.randomUUID() : undefined;
  deeds.did('tray:did.dismissed', await data.mutateAll(items.map(dismissalOf), batch));
}

/** Done again in a form, changed before: one deed with the item's going, so that undo brings both back. */
export async function didInForm(data: DataClient, deeds: Deeds, item: TrayItemShown, outcome: Outcome): Promise<void> {
  const cleared = outcome.ok ? await data.mutateAll([dismissalOf(item)]) : [];
  deeds.did('tray:did.again', [outcome, ...cleared]);
}

/** What was asked; long arguments are fetched when they are needed. */
export async function argsOf(data: DataClient, {id, args}: TrayItemShown): Promise<unknown> {
  const written = args ?? (await readOnce(data, trayItemWhole, {trayItemId: id}))?.args;
  return JSON.parse(must(written, 'an item that is still in the tray')) as unknown;
}

function dismissalOf({id}: TrayItemShown): Call {
  return callOf(dismissTrayItem, {trayItemId: id});
}
