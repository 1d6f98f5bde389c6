import {beginning} from '#core/journal/entry.ts';
import {Journal} from '#core/journal/journal.ts';
import {must} from '#core/lib/assert.ts';
import {releaseOrder} from '#core/orders/mutators.ts';
import {registry} from '#core/registry.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {Replica} from '#core/sync/replica.ts';
import {Saver} from '#core/sync/saver.ts';
import {givenOrder, monday} from '#core/testing/given.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {openDisk} from '../../../renderer/store/disk/open-disk.ts';
import {DexieStore} from '../../../renderer/store/dexie-store.ts';
import type {Said, Turn} from './messages.ts';

/** The shipped store, replica, journal and saver, without the lists that a page would redraw. */
const store = new DexieStore('bench-durable');
const replica = new Replica(store, registry.mutators);

self.onmessage = ({data}: MessageEvent<Turn | 'work'>) => {
  void (data === 'work' ? work() : prepare(data)).catch((error: unknown) => post({failed: String(error)}));
};

let turn: Turn;
let saver: Saver | undefined;

function post(said: Said): void {
  self.postMessage(said);
}

async function prepare(given: Turn): Promise<void> {
  turn = given;
  const atOnce = 1_000;
  for (let from = 0; from < turn.changes; from += atOnce) {
    await store.write(async (tx) => {
      for (let at = from; at < Math.min(from + atOnce, turn.changes); at += 1)
        await tx.put('orders', givenOrder(`R-${at}`));
    });
  }
  if (turn.side === 'saved') {
    const disk = must(await openDisk(), 'a browser with files');
    saver = new Saver({
      store,
      journal: await Journal.begin(disk, 'bench/journal', beginning),
      tell: () => undefined,
      later: () => undefined,
      report: (error) => post({failed: String(error)}),
    });
  }
  post({ready: true});
}

async function work(): Promise<void> {
  const calls: readonly Call[] = Array.from({length: turn.changes}, (_, at) =>
    callOf(releaseOrder, {orderId: givenOrder(`R-${at}`).id as OrderId}),
  );
  for (const some of turn.way === 'burst' ? [calls] : calls.map((call) => [call])) await done(some);
  await saver?.saved(turn.changes);
  const found = saver?.state.savedN ?? (await store.read((tx) => tx.lastOfOutbox()))?.n;
  post({done: found ?? 0});
}

async function done(calls: readonly Call[]): Promise<void> {
  const outcomes = await replica.mutate(calls, {at: monday}, ({entries}) => saver?.committed(entries));
  const last = outcomes.at(-1);
  if (saver && last?.ok) await saver.saved(last.n);
}
