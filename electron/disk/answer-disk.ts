import {type Disk, DiskError} from '#core/journal/disk.ts';
import {type DiskAnswer, type DiskAsk, type DiskSaid, checkDiskAsk, diskAsksMax} from '#core/journal/disk-messages.ts';

/**
 * Answers what a page asks through a port; nothing about it is believed. What has no number cannot be answered and is dropped. `report`
 * hears why something failed, of which the page hears only the kind.
 */
export function answerDisk(
  disk: Disk,
  post: (said: DiskSaid) => void,
  report: (error: unknown) => void,
): (message: unknown) => Promise<void> {
  let waiting = 0;
  return async (message) => {
    const checked = checkDiskAsk(message);
    if ('refused' in checked) {
      if (checked.refused !== undefined) post({n: checked.refused, failed: 'other'});
      return;
    }
    const {n} = checked.ask;
    if (waiting >= diskAsksMax) return post({n, failed: 'other'});
    waiting += 1;
    try {
      post({n, answer: await answered(disk, checked.ask)});
    } catch (error) {
      const isKnown = error instanceof DiskError;
      if (!isKnown || error.kind === 'other') report(error);
      post({n, failed: isKnown ? error.kind : 'other'});
    } finally {
      waiting -= 1;
    }
  };
}

async function answered(disk: Disk, ask: DiskAsk): Promise<DiskAnswer> {
  switch (ask.ask) {
    case 'list':
      return disk.list(ask.path);
    case 'read':
      return disk.read(ask.path, rangeOf(ask));
    case 'write':
      return (await disk.write(ask.path, ask.at, ask.bytes)) as undefined;
    case 'replace':
      return (await disk.replace(ask.path, ask.bytes)) as undefined;
    case 'remove':
      return (await disk.remove(ask.path)) as undefined;
    case 'freeBytes':
      return disk.freeBytes();
  }
}

function rangeOf({from, to}: {readonly from?: number; readonly to?: number}): {from: number; to: number} | undefined {
  if (from === undefined && to === undefined) return undefined;
  return {from: from ?? 0, to: to ?? Number.MAX_SAFE_INTEGER};
}
