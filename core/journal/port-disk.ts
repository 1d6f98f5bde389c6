import {type Disk, DiskError, type DiskFile, checkDiskBytes, checkDiskPath} from './disk.ts';
import type {DiskAnswer, DiskAsk, DiskSaid} from './disk-messages.ts';

/** One end of a port, as far as it is needed. What is posted is copied on its way. */
export interface DiskLine {
  post(ask: DiskAsk): void;
  listen(hear: (said: DiskSaid) => void, closed: () => void): void;
}

type Ask = DiskAsk extends infer A ? (A extends DiskAsk ? Omit<A, 'n'> : never) : never;

interface Waiting {
  readonly resolve: (answer: DiskAnswer) => void;
  readonly reject: (error: DiskError) => void;
}

/** A disk at the other end of a port. When the port closes, all that waits and all that comes is refused as `closed`. */
export class PortDisk implements Disk {
  readonly #line: DiskLine;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #isClosed = false;

  constructor(line: DiskLine) {
    this.#line = line;
    line.listen(
      (said) => this.#hear(said),
      () => this.#close(),
    );
  }

  async list(folder: string): Promise<readonly DiskFile[]> {
    return (await this.#ask({ask: 'list', path: checkDiskPath(folder)})) as readonly DiskFile[];
  }

  async read(
    path: string,
    range?: {readonly from: number; readonly to: number},
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const ask = {ask: 'read', path: checkDiskPath(path), ...range} as const;
    return (await this.#ask(ask)) as Uint8Array<ArrayBuffer> | undefined;
  }

  async write(path: string, at: number, bytes: Uint8Array): Promise<void> {
    checkDiskBytes(bytes.byteLength);
    await this.#ask({ask: 'write', path: checkDiskPath(path), at, bytes: alone(bytes)});
  }

  async replace(path: string, bytes: Uint8Array): Promise<void> {
    checkDiskBytes(bytes.byteLength);
    await this.#ask({ask: 'replace', path: checkDiskPath(path), bytes: alone(bytes)});
  }

  async remove(path: string): Promise<void> {
    await this.#ask({ask: 'remove', path: checkDiskPath(path)});
  }

  async release(): Promise<void> {
    // The desktop keeps nothing open, and all its windows write through one process.
  }

  async freeBytes(): Promise<number | undefined> {
    return (await this.#ask({ask: 'freeBytes'})) as number | undefined;
  }

  #ask(ask: Ask): Promise<DiskAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new DiskError('closed'));
      const n = (this.#last += 1);
      this.#waiting.set(n, {resolve, reject});
      this.#line.post({...ask, n} as DiskAsk);
    });
  }

  #hear(said: DiskSaid): void {
    if ('closed' in said) return this.#close();
    const waiting = this.#waiting.get(said.n);
    this.#waiting.delete(said.n);
    if ('failed' in said) waiting?.reject(new DiskError(said.failed));
    else waiting?.resolve(said.answer);
  }

  #close(): void {
    this.#isClosed = true;
    for (const {reject} of this.#waiting.values()) reject(new DiskError('closed'));
    this.#waiting.clear();
  }
}

/** A view is copied with everything around it, so a part of a larger buffer is taken out first. */
function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
