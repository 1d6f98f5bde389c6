import {beginning} from '#core/journal/entry.ts';
import {assert, must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import type {Order} from '#core/orders/schema.ts';
import {registry} from '#core/registry.ts';
import {Applier} from '#core/sync/applier.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {FrameReader} from '#core/sync/protocol.ts';
import {Replica} from '#core/sync/replica.ts';
import type {Instant} from '#core/time/instant.ts';
import {DexieStore} from '../../../renderer/store/dexie-store.ts';
import type {Job, Rebase, Said} from './jobs.ts';
import {askJson} from './peer.ts';

const rowsAtOnce = 1_000;
const store = new DexieStore('bench-sync');
const replica = new Replica(store, registry.mutators);

/** The shipped store, replica and applier of a shop that lives with a master, without the lists that a page would redraw. */
let work: () => Promise<number> = () => Promise.resolve(0);

self.onmessage = ({data}: MessageEvent<Job | 'work'>) => {
  const done = data === 'work' ? work() : prepare(data);
  done.then(
    (count) => post({done: count}),
    (error: unknown) => post({failed: String(error)}),
  );
};

function post(said: Said): void {
  self.postMessage(said);
}

async function prepare(job: Job): Promise<number> {
  const orders = await askJson<readonly Order[]>('/orders');
  for (let from = 0; from < orders.length; from += rowsAtOnce) {
    await store.write(async (tx) => {
      await Promise.all(orders.slice(from, from + rowsAtOnce).map((order) => tx.put('orders', order)));
    });
  }
  await store.write(async (tx) => {
    await tx.setMeta('lines', [{replica: 'bench-------', inc: 'first-------', from: 0}]);
    await tx.setMeta('place', {epoch: 1, seq: 0, hash: beginning.hash});
    await tx.setMeta('decided', beginning);
  });
  if (job.what === 'changes') {
    const calls = holding(orders.slice(0, job.count));
    work = async () => {
      for (const call of calls) await hold([call]);
      return waiting();
    };
    return 0;
  }
  await hold(holding(orders.slice(0, job.waiting)));
  const frames = await askJson<readonly string[]>('/groups');
  work = () => rebase(job, frames);
  return waiting();
}

function holding(orders: readonly Order[]): readonly Call[] {
  return orders.map(({id}) => callOf(holdOrder, {orderId: id, reason: 'stock'}));
}

async function hold(calls: readonly Call[]): Promise<void> {
  await replica.mutate(calls, {at: 1 as Instant}, () => undefined);
}

/** Answers how many rows people see otherwise. */
async function rebase({everything}: Rebase, frames: readonly string[]): Promise<number> {
  const applier = new Applier(store, registry.mutators, {everything});
  let changed = 0;
  for (const text of frames) {
    const reader = new FrameReader();
    for (const line of text.trimEnd().split('\n')) {
      const frame = reader.take(line);
      assert(frame.ok, 'a frame that can be read');
      if (frame.value?.t !== 'g') continue;
      const applied = await applier.apply(frame.value.group);
      assert(applied.ok, 'a group that follows');
      changed += must(applied.value, 'a group that is new').changes.length;
    }
  }
  return changed;
}

async function waiting(): Promise<number> {
  return (await store.read((tx) => tx.lastOfOutbox()))?.n ?? 0;
}
