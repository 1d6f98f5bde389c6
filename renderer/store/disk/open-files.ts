import type {SyncFile} from './sync-file.ts';

/** Files that stay open between writes, because opening one takes as long as many writes: the latest few. */
export class OpenFiles {
  readonly #files = new Map<string, SyncFile>();
  readonly #filesMax: number;

  constructor(filesMax: number) {
    this.#filesMax = filesMax;
  }

  get(path: string): SyncFile | undefined {
    const file = this.#files.get(path);
    if (file) this.keep(path, file);
    return file;
  }

  /** The one not used for longest is closed if there are too many. */
  keep(path: string, file: SyncFile): void {
    this.#files.delete(path);
    this.#files.set(path, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > this.#filesMax && oldest !== undefined) this.close(oldest);
  }

  close(path: string): void {
    this.#files.get(path)?.close();
    this.#files.delete(path);
  }

  closeBelow(folder: string): void {
    for (const path of this.#files.keys()) if (path.startsWith(`${folder}/`)) this.close(path);
  }

  closeAll(): void {
    for (const file of this.#files.values()) file.close();
    this.#files.clear();
  }
}
