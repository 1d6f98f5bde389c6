import type {PrintToPDFOptions, WebContents} from 'electron/main';
import type {Page} from 'playwright';
import {toApp, toWeb} from './address.ts';
import {makeCodec} from './codec.ts';
import {type Host, note} from './host.ts';
import type {StandinIpcMain} from './ipc.ts';
import {emitPreventable, LoudEmitter, loud, notModelled} from './loud.ts';
import type {FromPreload, ToPreload} from './messages.ts';
import {openPage, type PageLink} from './page-link.ts';
import {PagePorts} from './page-ports.ts';
import type {StandinSession} from './session.ts';

type OpenHandler = (details: {url: string}) => {action: 'allow' | 'deny'};

export interface ContentsOptions {
  readonly id: number;
  readonly host: Host;
  readonly ipc: StandinIpcMain;
  readonly session: StandinSession;
  readonly preload: string;
  readonly processFacts: Readonly<Record<string, unknown>>;
  readonly size: {readonly width: number; readonly height: number};
  onFirstLoad(): void;
  onGone(): void;
}

const events = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'render-process-gone',
  'destroyed',
  'did-finish-load',
  'dom-ready',
];

const codec = makeCodec();

type Modelled = Pick<
  WebContents,
  | 'id'
  | 'getURL'
  | 'isDestroyed'
  | 'send'
  | 'postMessage'
  | 'reload'
  | 'loadURL'
  | 'forcefullyCrashRenderer'
  | 'executeJavaScript'
  | 'printToPDF'
>;

/** One page of Chromium; after a crash, its next load is another page, for Playwright never speaks to a crashed one. */
export class StandinContents extends LoudEmitter implements Modelled {
  readonly id: number;
  readonly session: StandinSession;
  private readonly options: ContentsOptions;
  private readonly ports = new PagePorts((message) => void this.post(message));
  private link: Promise<PageLink>;
  private shown: PageLink | null = null;
  private openHandler: OpenHandler = () => ({action: 'allow'});
  private address = '';
  private isLoading = false;
  private isCrashed = false;
  private isGone = false;

  constructor(options: ContentsOptions) {
    super('webContents', events);
    this.id = options.id;
    this.session = options.session;
    this.options = options;
    this.link = this.open();
  }

  /** The page, once something loads in it. */
  page(): Page | null {
    const page = this.isCrashed ? null : (this.shown?.page ?? null);
    return page?.url() === 'about:blank' ? null : page;
  }

  getURL(): string {
    return this.isCrashed || !this.shown ? this.address : toApp(this.shown.page.url());
  }

  isDestroyed(): boolean {
    return this.isGone || this.options.host.isOver;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    void this.post({kind: 'message', channel, args: args.map(codec.encode), ports: []});
  }

  postMessage(channel: string, message: unknown, transfer: readonly object[] = []): void {
    this.ports.carry(channel, codec.encode(message), transfer);
  }

  reload(): void {
    void this.loadURL(this.getURL());
  }

  async loadURL(address: string): Promise<void> {
    if (this.isCrashed) this.replaceCrashedPage();
    const {page} = await this.link;
    const {control} = await this.options.host.chromium;
    await this.session.applyPermissions(control, address);
    this.address = address;
    this.isLoading = true;
    try {
      await page.goto(toWeb(address), {waitUntil: 'load'});
    } catch (error) {
      // A page that was closed or crashed while it loaded has said so by its event.
      if (!this.isDestroyed() && !this.isCrashed) throw error;
    } finally {
      this.isLoading = false;
    }
  }

  forcefullyCrashRenderer(): void {
    this.shown?.crash();
  }

  async executeJavaScript(source: string): Promise<unknown> {
    const {page} = await this.link;
    return page.evaluate(source);
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const {page} = await this.link;
    const {pageSize = 'Letter', margins = {}, landscape = false, printBackground = false, ...others} = options;
    const {scale = 1, pageRanges, preferCSSPageSize = false, ...unknown} = others;
    for (const name of Object.keys(unknown)) throw notModelled(`printToPDF's option ${name}`);
    const inches = (side: 'top' | 'bottom' | 'left' | 'right'): string => `${margins[side] ?? 0.4}in`;
    return page.pdf({
      landscape,
      printBackground,
      preferCSSPageSize,
      scale,
      ...(pageRanges === undefined ? {} : {pageRanges}),
      ...(typeof pageSize === 'string'
        ? {format: pageSize}
        : {width: `${pageSize.width}in`, height: `${pageSize.height}in`}),
      margin: {top: inches('top'), bottom: inches('bottom'), left: inches('left'), right: inches('right')},
    });
  }

  async resize(size: {readonly width: number; readonly height: number}): Promise<void> {
    const {page} = await this.link;
    await page.setViewportSize({width: size.width, height: size.height}).catch((error: unknown) => {
      if (!this.isDestroyed()) throw error;
    });
  }

  async destroy(): Promise<void> {
    this.end();
    const {page} = await this.link;
    await page.close().catch(() => undefined);
  }

  private end(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.ports.closeAll();
    this.emit('destroyed');
  }

  private async open(): Promise<PageLink> {
    const {host, preload, processFacts, size} = this.options;
    const {context} = await host.chromium;
    const link = await openPage(context, {
      names: host.preloadNames,
      preload,
      processFacts,
      onMessage: (message) => void this.receive(message),
      onNewDocument: () => this.ports.closeAll(),
      mayNavigate: (address, isMainFrame) => this.mayNavigate(toApp(address), isMainFrame),
    });
    await link.page.setViewportSize({width: size.width, height: size.height});
    this.shown = link;
    this.listen(link.page);
    return link;
  }

  private listen(page: Page): void {
    page.on('domcontentloaded', () => this.emit('dom-ready', {}));
    page.on('load', () => {
      if (this.isDestroyed() || this.address === '') return;
      this.emit('did-finish-load', {});
      this.options.onFirstLoad();
    });
    page.on('popup', (popup) => void this.refusePopup(popup));
    page.on('crash', () => {
      this.isCrashed = true;
      this.ports.closeAll();
      this.emit('render-process-gone', {}, {reason: 'crashed', exitCode: 5});
    });
    page.on('close', () => {
      if (this.shown?.page !== page) return;
      this.end();
      this.options.onGone();
    });
    page.on('download', (download) => {
      const item = loud('DownloadItem', {
        getURL: () => toApp(download.url()),
        getFilename: () => download.suggestedFilename(),
      });
      const isRefused = emitPreventable(this.session, 'will-download', {}, item, this);
      note(this.options.host, isRefused ? 'download refused' : 'download', download.suggestedFilename());
      if (isRefused) void download.cancel();
    });
  }

  private replaceCrashedPage(): void {
    const crashed = this.shown?.page;
    this.isCrashed = false;
    this.shown = null;
    this.link = this.open();
    void crashed?.close().catch(() => undefined);
  }

  private mayNavigate(address: string, isMainFrame: boolean): boolean {
    if (this.isLoading && isMainFrame) return true;
    const details = {url: address, isMainFrame, isSameDocument: false};
    const isRefused =
      emitPreventable(this, 'will-frame-navigate', details) ||
      (isMainFrame && emitPreventable(this, 'will-navigate', details, address));
    if (isRefused) note(this.options.host, 'navigation refused', address);
    return !isRefused;
  }

  private async refusePopup(popup: Page): Promise<void> {
    const url = toApp(popup.url());
    if (this.openHandler({url}).action !== 'deny') throw notModelled('windows that pages open');
    note(this.options.host, 'popup refused', url);
    await popup.close().catch(() => undefined);
  }

  private async post(message: ToPreload): Promise<void> {
    const link = await this.link;
    if (!this.isDestroyed() && !this.isCrashed) await link.post(message);
  }

  private async receive(message: FromPreload): Promise<void> {
    if (this.isDestroyed()) return;
    if (message.kind === 'port') return this.ports.receive(message.id, message.value);
    const {ipc} = this.options;
    const args = message.args.map(codec.decode);
    const sender = {contents: this, frame: {url: this.getURL(), parent: null}};
    if (message.kind === 'send') return ipc.deliver(sender, message.channel, args);

    const {id} = message;
    try {
      const value = codec.encode(await ipc.invoke(sender, message.channel, args));
      await this.post({kind: 'answer', id, value});
    } catch (error) {
      await this.post({kind: 'error', id, message: error instanceof Error ? error.message : String(error)});
    }
  }
}
