import {type Disk, DiskError} from '#core/journal/disk.ts';
import {must} from '#core/lib/assert.ts';
import {bytesOf, diskPromises} from '#core/testing/disk-conformance.ts';
import {givenDisk} from '../../renderer/store/disk/given-disk.ts';
import {OpfsDisk} from '../../renderer/store/disk/opfs-disk.ts';
import {markerOf, recordOf} from './trial-records.ts';
import type {FromTrial, ToTrial, TrialCall, TrialOutcome} from './trial-messages.ts';

const self = globalThis as unknown as Worker;
let current: Promise<Disk> | undefined;

function post(message: FromTrial): void {
  self.postMessage(message);
}

/** Another start: the page gives a disk anew. */
async function nextDisk(): Promise<Disk> {
  const before = await current;
  if (before instanceof OpfsDisk) before.close();
  const given = givenDisk(self);
  post({wants: 'disk'});
  current = given.then((disk) => must(disk, 'a disk in every edition'));
  return current;
}

async function promises(): Promise<readonly TrialOutcome[]> {
  const outcomes: TrialOutcome[] = [];
  for (const [at, promise] of diskPromises.entries()) {
    const trial = {disk: await nextDisk(), folder: `trial-${at}`, again: nextDisk};
    const {found, expected} = await promise
      .try(trial)
      .catch((error: unknown) => ({found: String(error), expected: 'no error'}));
    outcomes.push({name: promise.name, found, expected});
  }
  return outcomes;
}

async function called(call: TrialCall): Promise<unknown> {
  const disk = await (current ?? nextDisk());
  try {
    switch (call[0]) {
      case 'read': {
        const bytes = await disk.read(call[1]);
        return bytes && new TextDecoder().decode(bytes);
      }
      case 'list':
        return await disk.list(call[1]);
      case 'remove':
        return await disk.remove(call[1]);
      case 'write':
        return await disk.write(call[1], call[2], bytesOf(call[3]));
      case 'replace':
        return await disk.replace(call[1], bytesOf(call[2]));
      case 'freeBytes':
        return await disk.freeBytes();
    }
  } catch (error) {
    return error instanceof DiskError ? `${error.kind}` : String(error);
  }
}

async function forever(n: number): Promise<void> {
  const disk = await (current ?? nextDisk());
  let at = 0;
  for (let record = 0; ; record++) {
    const bytes = bytesOf(recordOf(record));
    await disk.write('own/journal', at, bytes);
    at += bytes.byteLength;
    await disk.replace('own/marker', bytesOf(markerOf(record)));
    post({n, answer: record});
  }
}

self.addEventListener('message', ({data}: MessageEvent<ToTrial | object>) => {
  if (!('n' in data)) return;
  const {n} = data;
  if ('call' in data) void called(data.call).then((answer) => post({n, answer}));
  else if (data.run === 'forever') void forever(n);
  else void promises().then((answer) => post({n, answer}));
});
