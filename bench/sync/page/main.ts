import {canonical} from '#core/lib/canonical.ts';
import {base64url} from '#core/lib/hash.ts';
import type {Order} from '#core/orders/schema.ts';
import type {Found} from '../truth.ts';
import {DeskLine} from './desk-line.ts';
import type {Job} from './jobs.ts';
import type {Peer} from './peer.ts';
import type {Sides} from './sides.ts';

/** Each is loaded alone: none pays for another's code. */
const peers: Readonly<Record<string, () => Promise<Peer>>> = {
  floor: async () => new (await import('./floor.ts')).Floor(),
  dexie: async () => new (await import('./dexie-peer.ts')).DexiePeer(),
  replicache: async () => new (await import('./replicache-peer.ts')).ReplicachePeer('idb'),
  replicacheInMemory: async () => new (await import('./replicache-peer.ts')).ReplicachePeer('mem'),
  rxdb: async () => new (await import('./rxdb-peer.ts')).RxdbPeer(),
  pouchdb: async () => new (await import('./pouchdb-peer.ts')).PouchdbPeer(),
};

let peer: Peer | undefined;
let desk: DeskLine | undefined;

const sides: Sides = {
  async bring(name: string): Promise<number> {
    const startedAt = performance.now();
    peer = await peers[name]?.();
    await peer?.bring();
    return performance.now() - startedAt;
  },

  async found(): Promise<Found> {
    const orders = (await peer?.orders()) ?? [];
    const texts = orders.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((order: Order) => `${canonical(order)}\n`);
    const bytes = new Uint8Array(await new Blob(texts).arrayBuffer());
    return {
      count: orders.length,
      digest: base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
    };
  },

  async hold(ids: readonly string[]): Promise<void> {
    await peer?.hold?.(ids);
  },

  async push(): Promise<void> {
    await peer?.push?.();
  },

  async rebase(id: string, heldFrom: string): Promise<void> {
    await peer?.rebase?.((order) => order.status === 'held' && order.heldFrom === heldFrom, id);
  },

  begin(): void {
    // The probe hears it by its name, and speaks to it.
    const worker = new Worker(new URL('../../../renderer/store/data-worker.ts', import.meta.url), {
      type: 'module',
      name: 'data',
    });
    worker.postMessage({disk: null});
  },

  async prepare(job: Job): Promise<void> {
    desk = new DeskLine(job.side);
    await desk.ask(job);
  },

  async work(): Promise<number> {
    return (await desk?.ask('work')) ?? 0;
  },
};

window.sides = sides;
