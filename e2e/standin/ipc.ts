import type {IpcMain} from 'electron/main';
import {LoudEmitter, loud} from './loud.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

/** Who sends, as far as it is modelled: `url` in the application's own addresses. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: SenderFrame | null;
}

export interface Sender {
  readonly contents: object;
  readonly frame: SenderFrame | null;
}

/** `ipcMain`: any channel may be listened to, so only its members are guarded. */
export class StandinIpcMain extends LoudEmitter implements Pick<IpcMain, 'removeHandler'> {
  private readonly handlers = new Map<string, Handler>();

  constructor() {
    super('ipcMain', []);
  }

  override on(channel: string, listener: (...args: never[]) => void): this {
    return this.addListener(channel, listener as (...args: unknown[]) => void);
  }

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** What `ipcRenderer.invoke` gets: the answer's clone, or Electron's sentence around the reason. */
  async invoke(sender: Sender, channel: string, args: readonly unknown[]): Promise<unknown> {
    try {
      const handler = this.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await handler(eventFrom(sender), ...args));
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {cause: error});
    }
  }

  deliver(sender: Sender, channel: string, args: readonly unknown[]): void {
    this.emit(channel, eventFrom(sender), ...args);
  }
}

function eventFrom({contents, frame}: Sender): object {
  return loud('IpcMainInvokeEvent', {
    type: 'frame',
    sender: contents,
    senderFrame: frame && loud('WebFrameMain', frame),
  });
}
