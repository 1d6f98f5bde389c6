import type {OpenReader} from '../reader-client.ts';
import type {FromReader, ToReader} from '../reader-messages.ts';
import {Reader} from '../reader.ts';

/** An intake worker without the worker: the same reader at the other end of a channel. */
export const readerInProcess: OpenReader = () => {
  const {port1, port2} = new MessageChannel();
  new Reader({
    post: (message: FromReader, transfer = []) => port2.postMessage(message, [...transfer]),
    listen: (receive) => {
      port2.onmessage = ({data}: MessageEvent<ToReader>) => receive(data);
    },
    close: () => port2.close(),
  }).start();
  return {
    post: (message, transfer = []) => port1.postMessage(message, [...transfer]),
    listen: (receive) => {
      port1.onmessage = ({data}: MessageEvent<FromReader>) => receive(data);
    },
    close: () => {
      port1.close();
      port2.close();
    },
  };
};
