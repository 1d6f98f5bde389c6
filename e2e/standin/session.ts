import type {Session} from 'electron/main';
import type {CDPSession} from 'playwright';
import {toWeb} from './address.ts';
import {LoudEmitter} from './loud.ts';

type CheckHandler = Exclude<Parameters<Session['setPermissionCheckHandler']>[0], null>;
type RequestHandler = Exclude<Parameters<Session['setPermissionRequestHandler']>[0], null>;
type DeviceHandler = Exclude<Parameters<Session['setDevicePermissionHandler']>[0], null>;
type Permission = Parameters<CheckHandler>[1];

/** What the handlers are really asked about here, by Electron's name and by the one Chromium's protocol has for it. */
const asked: readonly (readonly [Permission, string])[] = [
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['clipboard-read', 'clipboard-read'],
  ['persistent-storage', 'persistent-storage'],
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
];

type Modelled = Pick<
  Session,
  'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setDevicePermissionHandler'
>;

export class StandinSession extends LoudEmitter implements Modelled {
  private checkHandler: CheckHandler | null = null;

  constructor() {
    super('session', ['will-download', 'select-hid-device', 'select-serial-port']);
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.checkHandler = handler;
  }

  /** Never asked: Chromium is told beforehand what the check handler says. */
  setPermissionRequestHandler(_handler: RequestHandler | null): void {}

  /** Chromium here has no devices to give. */
  setDevicePermissionHandler(_handler: DeviceHandler | null): void {}

  /** Makes Chromium grant and deny what the application's handler says about a page at `address`. */
  async applyPermissions(control: CDPSession, address: string): Promise<void> {
    for (const [permission, name] of asked) {
      const setting = this.grants(permission, address) ? 'granted' : 'denied';
      await control.send('Browser.setPermission', {permission: {name}, setting, origin: toWeb(address)});
    }
  }

  private grants(permission: Permission, address: string): boolean {
    // Electron grants whatever nobody forbids.
    return this.checkHandler?.(null, permission, address, {isMainFrame: true, requestingUrl: address}) ?? true;
  }
}
