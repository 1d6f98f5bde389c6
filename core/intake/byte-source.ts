/** A file somebody brings: read in pieces, so that its size costs no memory. Its name is shown and never trusted. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Bytes `from <= at < below`; fewer than asked when the file has become shorter. Rejects when it cannot be read any more. */
  read(from: number, below: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Another text when the file has been changed since; a reader compares the first with the last. */
  stamp(): Promise<string>;
}

/** Told between pieces of long work. */
export interface Pace {
  /** `done` of `total` bytes are read. Resolves when the work may go on, with false when it shall end. */
  step(done: number, total: number): Promise<boolean>;
}
