import {threadId} from 'node:worker_threads';

/**
 * Test files run as threads of one process, in which channels of one name are one channel: a shop deleted by one file would be
 * closed in another. Each file gets channels of its own.
 */
globalThis.BroadcastChannel = class extends BroadcastChannel {
  constructor(name: string) {
    super(`${threadId} ${name}`);
  }
};
