import {MessageChannelMain, type MessagePortMain, type WebContents} from 'electron';
import type {Disk} from '#core/journal/disk.ts';
import type {DiskSaid} from '#core/journal/disk-messages.ts';
import {ipcNames} from '../ipc-names.ts';
import {serveDisk} from './serve-disk.ts';

/**
 * The ports to this desk's disk: one for each page that asked. A page that goes takes its end with it, and ours is closed; so is the old
 * one of a window whose page asks again, having been loaded anew. What was asked before is still done.
 */
export class DiskPorts {
  readonly disk: Disk;
  readonly #ports = new WeakMap<WebContents, MessagePortMain>();
  readonly #watched = new WeakSet<WebContents>();

  constructor(disk: Disk) {
    this.disk = disk;
  }

  give(contents: WebContents): void {
    this.#watch(contents);
    this.#close(contents);
    const {port1, port2} = new MessageChannelMain();
    this.#ports.set(contents, port1);
    serveDisk(port1, this.disk);
    contents.postMessage(ipcNames.disk, null, [port2]);
  }

  #watch(contents: WebContents): void {
    if (this.#watched.has(contents)) return;
    this.#watched.add(contents);
    contents.on('render-process-gone', () => this.#close(contents));
    contents.on('destroyed', () => this.#close(contents));
  }

  #close(contents: WebContents): void {
    const port = this.#ports.get(contents);
    this.#ports.delete(contents);
    port?.postMessage({closed: true} satisfies DiskSaid);
    port?.close();
  }
}
