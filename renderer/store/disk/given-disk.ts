import type {Disk} from '#core/journal/disk.ts';
import type {GivenDisk} from '#core/journal/disk-messages.ts';
import {openDisk} from './open-disk.ts';

export function isGivenDisk(message: object): message is GivenDisk<MessagePort> {
  return 'disk' in message;
}

/** The disk that the page gives with its first message about one; undefined where there is none. */
export function givenDisk(worker: Pick<Worker, 'addEventListener' | 'removeEventListener'>): Promise<Disk | undefined> {
  return new Promise((resolve) => {
    const hear = ({data}: MessageEvent<object>): void => {
      if (!isGivenDisk(data)) return;
      worker.removeEventListener('message', hear);
      resolve(openDisk(data.disk ?? undefined));
    };
    worker.addEventListener('message', hear);
  });
}
