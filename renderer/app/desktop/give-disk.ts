import type {DiskSaid, GivenDisk} from '#core/journal/disk-messages.ts';
import {type Desktop, diskMessage} from '#core/shell/contract.ts';
import {desktop} from './desktop.ts';

/**
 * Tells the data worker where its disk is: behind the desktop's port, or, in a browser, in files of its own. A desktop that gives no
 * port gets the worker a closed one: a journal begun in the browser's files would be a second one.
 */
export async function giveDisk(worker: Worker): Promise<void> {
  const port = desktop && (await portOf(desktop));
  worker.postMessage({disk: port ?? null} satisfies GivenDisk<MessagePort>, port ? [port] : []);
}

async function portOf(from: Desktop): Promise<MessagePort> {
  const stop = new AbortController();
  const brought = portBrought(stop.signal);
  const asked = await from.call('disk.open', {});
  const port = asked.ok ? await brought : closedPort();
  stop.abort();
  return port;
}

/** The port comes by a message of this window, which only its own scripts and the desktop's preload can send. */
function portBrought(signal: AbortSignal): Promise<MessagePort> {
  return new Promise((resolve) => {
    const hear = ({source, origin, data, ports: [port]}: MessageEvent<{readonly tradewind?: unknown} | null>): void => {
      const isOurs = source === window && origin === window.location.origin;
      if (isOurs && port && data?.tradewind === diskMessage) resolve(port);
    };
    window.addEventListener('message', hear, {signal});
  });
}

function closedPort(): MessagePort {
  const {port1, port2} = new MessageChannel();
  port2.postMessage({closed: true} satisfies DiskSaid);
  return port1;
}
