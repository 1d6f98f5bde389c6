import type {App} from 'electron/main';
import {mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {deferred} from './deferred.ts';
import {type Host, note} from './host.ts';
import {emitPreventable, loud, LoudEmitter, notModelled} from './loud.ts';

const events = [
  'ready',
  'activate',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'web-contents-created',
];

/** Who has which profile, among all applications of this process. */
const owners = new Map<string, StandinApp>();

type Modelled = Pick<
  App,
  | 'isPackaged'
  | 'name'
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'getPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getName'
  | 'getLocale'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'getGPUFeatureStatus'
>;

/** `app`: one start of the application on one profile. */
export class StandinApp extends LoudEmitter implements Modelled {
  readonly isPackaged = true;
  readonly name: string;
  /** Null while it runs. */
  exitCode: number | null = null;
  /** What Chromium is told to leave out of itself, as the main script has said before it starts. */
  readonly leftOut: string[] = [];
  readonly commandLine = loud('app.commandLine', {
    appendSwitch: (name: string, value = ''): void => {
      if (name !== 'disable-features') throw notModelled(`the switch ${name}`);
      this.leftOut.push(...value.split(','));
    },
  } satisfies Partial<App['commandLine']>);
  private readonly host: Host;
  private readonly version: string;
  private readonly closeWindows: () => boolean;
  private readonly ready = deferred<void>();
  private hasBegun = false;

  constructor(host: Host, closeWindows: () => boolean) {
    super('app', events);
    const manifest = JSON.parse(readFileSync(join(host.appPath, 'package.json'), 'utf8')) as Record<string, string>;
    this.host = host;
    this.name = manifest['productName'] ?? manifest['name'] ?? 'electron';
    this.version = manifest['version'] ?? '0.0.0';
    this.closeWindows = closeWindows;
  }

  whenReady(): Promise<void> {
    return this.ready.promise;
  }

  isReady(): boolean {
    return this.hasBegun;
  }

  /** Told by the stand-in when the main script has run and Chromium is there. */
  begin(): void {
    this.hasBegun = true;
    this.emit('ready', {}, {});
    this.ready.resolve();
  }

  quit(): void {
    if (this.exitCode !== null) return;
    if (emitPreventable(this, 'before-quit', {})) return;
    if (!this.closeWindows()) return;
    if (emitPreventable(this, 'will-quit', {})) return;
    this.emit('quit', {}, 0);
    this.exit(0);
  }

  exit(code = 0): void {
    this.exitCode ??= code;
    this.releaseSingleInstanceLock();
    note(this.host, 'exit', code);
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const folders: Partial<Record<typeof name, string>> = {
      userData: this.host.userData,
      sessionData: join(this.host.userData, 'chromium'),
      downloads: join(this.host.userData, 'downloads'),
      temp: join(this.host.userData, 'temp'),
    };
    const folder = folders[name];
    if (folder === undefined) throw notModelled(`app.getPath('${name}')`);
    mkdirSync(folder, {recursive: true});
    return folder;
  }

  getAppPath(): string {
    return this.host.appPath;
  }

  getVersion(): string {
    return this.version;
  }

  getName(): string {
    return this.name;
  }

  getLocale(): string {
    return 'en-US';
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    const owner = owners.get(this.host.userData);
    if (owner === undefined) owners.set(this.host.userData, this);
    if (owner === undefined || owner === this) return true;
    const handedOver: unknown = structuredClone(additionalData);
    setImmediate(() => owner.emit('second-instance', {}, ['tradewind'], this.host.appPath, handedOver));
    return false;
  }

  hasSingleInstanceLock(): boolean {
    return owners.get(this.host.userData) === this;
  }

  releaseSingleInstanceLock(): void {
    if (this.hasSingleInstanceLock()) owners.delete(this.host.userData);
  }

  /** Pages here are in Chromium's hands, never in ours. */
  enableSandbox(): void {}

  getGPUFeatureStatus(): ReturnType<App['getGPUFeatureStatus']> {
    const off = 'disabled_software';
    return {
      '2d_canvas': off,
      flash_3d: off,
      flash_stage3d: off,
      flash_stage3d_baseline: off,
      gpu_compositing: off,
      multiple_raster_threads: 'enabled_on',
      native_gpu_memory_buffers: off,
      rasterization: off,
      video_decode: off,
      video_encode: off,
      vpx_decode: off,
      webgl: off,
      webgl2: off,
    };
  }
}
