import type {HearScale, Scale, ScaleMake, ScaleWay} from '#core/shipping/packing-bench/scale-port.ts';
import {weighingOfReport} from '#core/shipping/packing-bench/scale.ts';

/** As much of WebHID as a scale needs; TypeScript's own list does not have it. */
interface HidDevice extends EventTarget {
  readonly opened: boolean;
  readonly productName: string;
  readonly vendorId: number;
  readonly productId: number;
  open(): Promise<void>;
  close(): Promise<void>;
}

interface Hid extends EventTarget {
  requestDevice(asked: {
    readonly filters: readonly {readonly usagePage: number}[];
  }): Promise<readonly (HidDevice | undefined)[]>;
  getDevices(): Promise<readonly HidDevice[]>;
}

type Report = Event & {readonly reportId: number; readonly data: DataView};

/** "Weighing devices" of the USB HID usage tables. */
const weighingPage = 0x8d;

/** Scales at USB that say their weight in reports; undefined in a browser without WebHID. */
export function hidScales(browser: Navigator): ScaleWay | undefined {
  const {hid} = browser as Navigator & {readonly hid?: Hid};
  if (!hid) return undefined;

  async function opened(device: HidDevice, hear: HearScale): Promise<Scale> {
    if (!device.opened) await device.open();
    const onReport = (event: Event): void => {
      const {reportId, data} = event as Report;
      const weighing = weighingOfReport(reportId, data);
      if (weighing) hear(weighing);
    };
    const onUnplugged = (event: Event): void => {
      if ((event as Event & {readonly device?: HidDevice}).device === device) hear('gone');
    };
    device.addEventListener('inputreport', onReport);
    hid?.addEventListener('disconnect', onUnplugged);
    const {vendorId, productId, productName} = device;
    return {
      name: productName,
      make: {vendorId, productId},
      close: async () => {
        device.removeEventListener('inputreport', onReport);
        hid?.removeEventListener('disconnect', onUnplugged);
        await device.close().catch(() => undefined);
      },
    };
  }

  return {
    kind: 'hid',
    choose: async (hear) => {
      const [device] = await hid.requestDevice({filters: [{usagePage: weighingPage}]});
      return device && opened(device, hear);
    },
    again: async (make, hear) => {
      const device = (await hid.getDevices()).find((each) => isMake(each, make));
      return device && opened(device, hear);
    },
    onPlugged: (tell) => {
      hid.addEventListener('connect', tell);
      return () => hid.removeEventListener('connect', tell);
    },
  };
}

function isMake({vendorId, productId}: HidDevice, make: ScaleMake): boolean {
  return vendorId === make.vendorId && productId === make.productId;
}
