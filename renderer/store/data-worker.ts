import type {FromWorker, ToWorker} from '#core/calls.ts';
import type {GivenDisk} from '#core/journal/disk-messages.ts';
import type {Instant} from '#core/time/instant.ts';
import {DeskMemory} from './desk-memory.ts';
import {openIntakeWorker} from './intake/open-reader.ts';
import {givenDisk, isGivenDisk} from './disk/given-disk.ts';
import {PageLink} from './page-link.ts';
import {deskLocks} from './safety/desk-locks.ts';
import {Shops} from './shops.ts';
import {webNetwork} from './sync/web-network.ts';

/** The data worker of one window: wiring only. */
function post(message: FromWorker): void {
  self.postMessage(message);
}

function report(error: unknown): void {
  post({bug: error instanceof Error ? `${error.name}: ${error.message}` : String(error)});
}

const disk = givenDisk(self);
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
      network: webNetwork,
      tell: (what) => post({told: 'sync', what}),
    },
  },
  disk.then((given) => given && {disk: given, locks: deskLocks()}),
);
const page = new PageLink(shops, new DeskMemory(disk), {
  post,
  report,
  openReader: openIntakeWorker,
  network: webNetwork,
});

self.addEventListener('message', ({data}: MessageEvent<ToWorker | GivenDisk<MessagePort>>) => {
  if (!isGivenDisk(data)) page.receive(data);
});
self.addEventListener('unhandledrejection', ({reason}) => report(reason));
