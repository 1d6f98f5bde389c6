import type {MessagePortMain} from 'electron';
import type {Disk} from '#core/journal/disk.ts';
import {log} from '../log.ts';
import {answerDisk} from './answer-disk.ts';

/** Answers a page at the other end of a port, until one of the ends is closed. */
export function serveDisk(port: MessagePortMain, disk: Disk): void {
  let isClosed = false;
  const answer = answerDisk(
    disk,
    (said) => {
      if (!isClosed) port.postMessage(said);
    },
    (error) => log('the disk failed', error),
  );
  port.on('message', ({data}) => void answer(data));
  port.on('close', () => {
    isClosed = true;
  });
  port.start();
}
