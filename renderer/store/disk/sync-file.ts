/** An OPFS file that this worker alone holds: synchronous, and complete where the browser may do a part. */
export class SyncFile {
  readonly #handle: FileSystemSyncAccessHandle;

  constructor(handle: FileSystemSyncAccessHandle) {
    this.#handle = handle;
  }

  get size(): number {
    return this.#handle.getSize();
  }

  /** Bytes `from` to before `to`, fewer where the file ends earlier. */
  read(from: number, to: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.max(0, Math.min(to, this.size) - from));
    let done = 0;
    while (done < bytes.byteLength) {
      const read = this.#handle.read(bytes.subarray(done), {at: from + done});
      if (read === 0) return bytes.slice(0, done);
      done += read;
    }
    return bytes;
  }

  write(bytes: Uint8Array, at: number): void {
    let done = 0;
    while (done < bytes.byteLength) {
      const written = this.#handle.write(bytes.subarray(done), {at: at + done});
      if (written === 0) throw new DOMException('nothing more was written', 'QuotaExceededError');
      done += written;
    }
  }

  truncate(size: number): void {
    this.#handle.truncate(size);
  }

  flush(): void {
    this.#handle.flush();
  }

  close(): void {
    this.#handle.close();
  }
}

/** Opens a file; undefined where there is none and none is to be made. */
export async function openSyncFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  {create}: {readonly create: boolean},
): Promise<SyncFile | undefined> {
  const handle = await thereOrNot(folder.getFileHandle(name, {create}));
  return handle && new SyncFile(await openWithin(handle, busyMs));
}

/** Another window that only reads has a file for a moment; one that writes it, for as long as it stands. */
const busyMs = 400;
const lookAgainMs = 25;

async function openWithin(handle: FileSystemFileHandle, ms: number): Promise<FileSystemSyncAccessHandle> {
  try {
    return await handle.createSyncAccessHandle();
  } catch (error) {
    const isBusy = error instanceof DOMException && error.name === 'NoModificationAllowedError';
    if (!isBusy || ms <= 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    return openWithin(handle, ms - lookAgainMs);
  }
}

/** What was asked for; undefined where it is not there. */
export async function thereOrNot<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
