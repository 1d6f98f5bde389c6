import type {FromWorker, ToWorker} from '#core/calls.ts';
import type {Line} from '../data/data-client.ts';

/** The line to a data worker at the other end of a channel. */
export function portLine(port: MessagePort): Line {
  return {
    post: (message: ToWorker) => port.postMessage(message),
    listen: (receive) => {
      port.onmessage = ({data}: MessageEvent<FromWorker>) => receive(data);
    },
  };
}
