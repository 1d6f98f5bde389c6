import type {SnapshotSink} from '../snapshots/snapshot-source.ts';

/** So much waits in memory before the browser gets it as a blob, which it may keep on its disk. */
const pieceBytes = 4 * 1024 * 1024;

/** Gathers a file of any length piece by piece. */
export class BlobSink implements SnapshotSink {
  readonly #done: Blob[] = [];
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= pieceBytes) this.#flush();
  }

  file(): Blob {
    this.#flush();
    return new Blob(this.#done, {type: 'application/octet-stream'});
  }

  #flush(): void {
    this.#done.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#size = 0;
  }
}
