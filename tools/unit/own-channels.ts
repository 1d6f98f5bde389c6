import {randomUUID} from 'node:crypto';
import {BroadcastChannel as PlainChannel} from 'node:worker_threads';

/**
 * Test files run in threads of one process, in which channels of one name are one channel, and one after the other in the same
 * thread: a shop deleted by one file would be closed in another. Each file gets channels of its own.
 */
const own = randomUUID();

class OwnChannel extends PlainChannel {
  constructor(name: string) {
    super(`${own} ${name}`);
  }
}

Object.assign(globalThis, {BroadcastChannel: OwnChannel});
