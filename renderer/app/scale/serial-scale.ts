import type {HearScale, Scale, ScaleMake, ScaleOptions, ScaleWay} from '#core/shipping/packing-bench/scale-port.ts';
import {weighingOfLine} from '#core/shipping/packing-bench/scale.ts';

/** As much of Web Serial as a scale needs; TypeScript's own list does not have it. */
interface SerialPort {
  readonly readable: ReadableStream<Uint8Array> | null;
  getInfo(): {readonly usbVendorId?: number; readonly usbProductId?: number};
  open(options: ScaleOptions): Promise<void>;
  close(): Promise<void>;
}

interface Serial extends EventTarget {
  requestPort(): Promise<SerialPort>;
  getPorts(): Promise<readonly SerialPort[]>;
}

/** A line of a scale is shorter; what comes without an end is let go. */
const lineMax = 200;

/** Scales at a serial port that write a line for each weight; undefined in a browser without Web Serial. */
export function serialScales(browser: Navigator): ScaleWay | undefined {
  const {serial} = browser as Navigator & {readonly serial?: Serial};
  if (!serial) return undefined;

  return {
    kind: 'serial',
    choose: async (hear, options) => {
      const port = await serial.requestPort().catch((refused: unknown) => {
        // Nothing was chosen.
        if (refused instanceof DOMException && refused.name === 'NotFoundError') return undefined;
        throw refused;
      });
      return port && opened(port, hear, options);
    },
    again: async (make, hear, options) => {
      const port = (await serial.getPorts()).find((each) => isMake(each, make));
      return port && opened(port, hear, options);
    },
    onPlugged: (tell) => {
      serial.addEventListener('connect', tell);
      return () => serial.removeEventListener('connect', tell);
    },
  };
}

async function opened(port: SerialPort, hear: HearScale, options: ScaleOptions): Promise<Scale> {
  await port.open(options);
  const reader = port.readable?.getReader();
  let isOver = false;
  const listen = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        const lines = (rest + decoder.decode(part.value, {stream: true})).split(/[\r\n]+/);
        rest = (lines.pop() ?? '').slice(-lineMax);
        for (const line of lines) {
          const weighing = weighingOfLine(line);
          if (weighing) hear(weighing);
        }
      }
    } catch {
      // It was unplugged, or its wire speaks at another speed.
    }
    if (!isOver) hear('gone');
  };
  void listen();
  const {usbVendorId, usbProductId} = port.getInfo();
  return {
    name: '',
    make: {
      ...(usbVendorId !== undefined && {vendorId: usbVendorId}),
      ...(usbProductId !== undefined && {productId: usbProductId}),
    },
    close: async () => {
      isOver = true;
      await reader?.cancel().catch(() => undefined);
      reader?.releaseLock();
      await port.close().catch(() => undefined);
    },
  };
}

function isMake(port: SerialPort, make: ScaleMake): boolean {
  const {usbVendorId, usbProductId} = port.getInfo();
  return usbVendorId === make.vendorId && usbProductId === make.productId;
}
