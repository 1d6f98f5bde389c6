import {Dexie} from 'dexie';
import {IDBFactory, IDBKeyRange} from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type {Disk} from '#core/journal/disk.ts';
import type {Instant} from '#core/time/instant.ts';
import {type DeskLocks, deskLocks} from '../safety/desk-locks.ts';
import type {FromWorker, ToWorker} from '#core/calls.ts';
import {readerInProcess} from '../intake/testing/reader-in-process.ts';
import {DeskMemory} from '../desk-memory.ts';
import {PageLink} from '../page-link.ts';
import {Shops} from '../shops.ts';
import type {Network} from '../sync/master-http.ts';
import {webNetwork} from '../sync/web-network.ts';

/** A data worker without the worker: the same wiring as `data-worker.ts`, at one end of a channel. */
export interface DataWorkerInProcess {
  /** The page's end. */
  readonly port: MessagePort;
  readonly shops: Shops;
  /** What the page would be told as bugs. */
  readonly bugs: readonly string[];
  close(): void;
}

/** Forgets every database of this process, as a new profile would; gives the place of those to come. */
export function emptyDesk(): IDBFactory {
  const indexedDB = new IDBFactory();
  Dexie.dependencies = {indexedDB, IDBKeyRange};
  return indexedDB;
}

/** With a disk it is kept outside of the store, as the built application keeps it. */
export function startDataWorker({
  disk,
  network = webNetwork,
  locks = deskLocks(),
}: {readonly disk?: Disk; readonly network?: Network; readonly locks?: DeskLocks} = {}): DataWorkerInProcess {
  const {port1: port, port2: own} = new MessageChannel();
  const bugs: string[] = [];
  const post = (message: FromWorker): void => own.postMessage(message);
  const report = (error: unknown): void => {
    bugs.push(String(error));
    post({bug: String(error)});
  };
  const shops = new Shops(
    {
      report,
      changed: () => post({shopsChanged: true}),
      replaced: (what) => post({told: 'replaced', what}),
      safety: (what) => post({told: 'safety', what}),
      recovery: (what) => post({told: 'recovery', what}),
      unreadable: () => post({told: 'unreadable', what: null}),
      now: () => Date.now() as Instant,
      sync: {
        network,
        tell: (what) => post({told: 'sync', what}),
      },
    },
    Promise.resolve(disk && {disk, locks}),
  );
  const page = new PageLink(shops, new DeskMemory(), {post, report, openReader: readerInProcess, network});
  own.onmessage = ({data}: MessageEvent<ToWorker>) => {
    try {
      page.receive(data);
    } catch (error) {
      report(error);
    }
  };
  return {
    port,
    shops,
    bugs,
    close: () => {
      own.close();
      port.close();
      void shops.current?.close();
    },
  };
}
