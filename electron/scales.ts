import type {HIDDevice, SerialPort, Session} from 'electron';
import {isOurAddress, isOurPage} from './origin.ts';

/** "Weighing devices" of the USB HID usage tables. */
const weighingPage = 0x8d;

interface Device {
  readonly deviceType: string;
  readonly origin: string;
  readonly device: unknown;
}

/** Our page may open scales: devices at USB that say they weigh, and serial ports, which say nothing of what hangs on them. Nobody else opens anything. */
export function isOurScale({deviceType, origin, device}: Device): boolean {
  if (!isOurAddress(origin)) return false;
  return deviceType === 'serial' || (deviceType === 'hid' && doesWeigh(device as Pick<HIDDevice, 'collections'>));
}

export interface Chooser {
  /** Asks the person for one of these by name; undefined for none. */
  choose(names: readonly string[]): Promise<number | undefined>;
}

/** Lets a person choose among the devices that our page asks for: a browser would ask by itself, Electron does not. */
export function chooseScales(session: Session, {choose}: Chooser): void {
  session.on('select-hid-device', (event, {deviceList, frame}, answer) => {
    event.preventDefault();
    const scales = isOurPage(frame) ? deviceList.filter(doesWeigh) : [];
    void chosen(
      scales,
      scales.map(({name}) => name),
    ).then((scale) => answer(scale?.deviceId));
  });
  session.on('select-serial-port', (event, ports, contents, answer) => {
    event.preventDefault();
    const own = isOurAddress(contents.getURL()) ? ports : [];
    void chosen(own, own.map(nameOfPort)).then((port) => answer(port?.portId ?? ''));
  });

  async function chosen<T>(devices: readonly T[], names: readonly string[]): Promise<T | undefined> {
    if (devices.length === 0) return undefined;
    const at = await choose(names);
    return at === undefined ? undefined : devices[at];
  }
}

/** What its maker calls it, and where it hangs. */
function nameOfPort({displayName, portName}: SerialPort): string {
  return [displayName, portName].filter(Boolean).join(' · ');
}

function doesWeigh({collections}: Pick<HIDDevice, 'collections'>): boolean {
  return collections.some(({usagePage}) => usagePage === weighingPage);
}
