import type {BrowserWindow, BrowserWindowConstructorOptions, Rectangle} from 'electron/main';
import type {StandinApp} from './app.ts';
import {type Host, note} from './host.ts';
import type {StandinIpcMain} from './ipc.ts';
import {emitPreventable, LoudEmitter, notModelled} from './loud.ts';
import type {StandinSession} from './session.ts';
import {StandinContents} from './web-contents.ts';

const events = [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'close',
  'closed',
  'resize',
  'move',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'unresponsive',
  'responsive',
];

const optionNames: ReadonlySet<string> = new Set<keyof BrowserWindowConstructorOptions>([
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'webPreferences',
]);

export interface WindowSurroundings {
  readonly host: Host;
  readonly app: StandinApp;
  readonly ipc: StandinIpcMain;
  readonly session: StandinSession;
  readonly processFacts: () => Readonly<Record<string, unknown>>;
  readonly windows: StandinWindow[];
}

type Modelled = Pick<
  BrowserWindow,
  | 'id'
  | 'show'
  | 'hide'
  | 'focus'
  | 'isFocused'
  | 'isVisible'
  | 'isDestroyed'
  | 'close'
  | 'destroy'
  | 'loadURL'
  | 'minimize'
  | 'restore'
  | 'isMinimized'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'setBackgroundColor'
>;

/** A window: a page, a place on an imagined display, and the life between `ready-to-show` and `closed`. */
export class StandinWindow extends LoudEmitter implements Modelled {
  readonly id: number;
  readonly webContents: StandinContents;
  private readonly around: WindowSurroundings;
  private bounds: Rectangle;
  private isShown: boolean;
  private isSmall = false;
  private isLarge = false;
  private hasLoaded = false;
  private isGone = false;

  constructor(around: WindowSurroundings, id: number, options: BrowserWindowConstructorOptions) {
    super('BrowserWindow', events);
    checkOptions(options);
    const {x = 0, y = 0, width = 800, height = 600, show = true, backgroundColor, webPreferences} = options;
    this.id = id;
    this.around = around;
    this.bounds = {x, y, width, height};
    this.isShown = show;
    this.webContents = new StandinContents({
      id,
      host: around.host,
      ipc: around.ipc,
      session: around.session,
      preload: webPreferences?.preload ?? '',
      processFacts: around.processFacts(),
      size: {width, height},
      onFirstLoad: () => this.markLoaded(),
      onGone: () => this.markGone(),
    });
    note(around.host, 'window', {x, y, width, height, backgroundColor});
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    this.isShown = true;
    this.emit('show');
    this.focus();
  }

  hide(): void {
    this.isShown = false;
    this.emit('hide');
  }

  focus(): void {
    const {windows} = this.around;
    windows.splice(windows.indexOf(this), 1);
    windows.push(this);
    note(this.around.host, 'focus', this.id);
    this.emit('focus');
  }

  isFocused(): boolean {
    return this.around.windows.at(-1) === this;
  }

  isVisible(): boolean {
    return this.isShown;
  }

  minimize(): void {
    this.isSmall = true;
    this.emit('minimize');
  }

  restore(): void {
    this.isSmall = false;
    this.emit('restore');
  }

  isMinimized(): boolean {
    return this.isSmall;
  }

  maximize(): void {
    this.isLarge = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    this.isLarge = false;
    this.emit('unmaximize');
  }

  isMaximized(): boolean {
    return this.isLarge;
  }

  getBounds(): Rectangle {
    return {...this.bounds};
  }

  getNormalBounds(): Rectangle {
    return {...this.bounds};
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = {...this.bounds, ...bounds};
    void this.webContents.resize(this.bounds);
    this.emit('move');
    this.emit('resize');
  }

  setBackgroundColor(_color: string): void {}

  isDestroyed(): boolean {
    return this.isGone || this.around.host.isOver;
  }

  close(): void {
    if (!this.isGone && !emitPreventable(this, 'close', {})) this.destroy();
  }

  destroy(): void {
    this.markGone();
    void this.webContents.destroy();
  }

  private markLoaded(): void {
    if (this.hasLoaded) return;
    this.hasLoaded = true;
    this.emit('ready-to-show');
  }

  private markGone(): void {
    if (this.isDestroyed()) return;
    this.isGone = true;
    const {windows, app} = this.around;
    windows.splice(windows.indexOf(this), 1);
    this.emit('closed');
    if (windows.length === 0) app.emit('window-all-closed');
  }
}

function checkOptions(options: BrowserWindowConstructorOptions): void {
  for (const name of Object.keys(options)) {
    if (!optionNames.has(name)) throw notModelled(`the window option ${name}`);
  }
  const preferences = options.webPreferences ?? {};
  if (preferences.sandbox === false) throw notModelled('pages outside the sandbox');
  if (preferences.contextIsolation === false) throw notModelled('pages without context isolation');
  if (preferences.nodeIntegration === true) throw notModelled('Node inside pages');
  if (preferences.preload === undefined) throw notModelled('windows without a preload script');
}
