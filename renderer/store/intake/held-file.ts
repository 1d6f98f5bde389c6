import type {ByteSource} from '#core/intake/byte-source.ts';
import type {BroughtFile} from '#core/intake/messages.ts';
import {broughtSource} from './brought-source.ts';
import {partBytes, partsOf} from './content-hash.ts';

/** Larger files are read from the disk each time. */
const heldBytesMax = 16 * 2 ** 20;

/** A file that crosses to the intake worker. Copies of one blob cannot be told from those of another, their marks can. */
export interface MarkedFile extends BroughtFile {
  readonly mark: number;
}

/** A file as the intake worker looks at it, reads it and packs it. */
export interface OpenFile {
  readonly source: ByteSource;
  parts(): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Its bytes as they were hashed are held; one that is read from the disk may have changed since. */
  heldId?: string;
  readonly isHeld: boolean;
}

/**
 * The file that was opened last, if it is small: what is looked at, read and packed one after the other is fetched once, and
 * is the same bytes each time.
 */
export class HeldFile {
  #held: {readonly mark: number; readonly file: OpenFile} | undefined;

  async open(file: MarkedFile): Promise<OpenFile> {
    if (this.#held?.mark === file.mark) return this.#held.file;
    this.#held = undefined;
    const {mark, blob} = file;
    const source = broughtSource(file);
    if (blob.size > heldBytesMax) return {source, parts: () => partsOf(blob), isHeld: false};

    const bytes = new Uint8Array(await blob.arrayBuffer());
    const read: ByteSource['read'] = async (from, below) => bytes.subarray(from, below);
    this.#held = {mark, file: {source: {...source, read}, parts: () => partsIn(bytes), isHeld: true}};
    return this.#held.file;
  }

  letGo(): void {
    this.#held = undefined;
  }
}

async function* partsIn(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < bytes.length; from += partBytes) yield bytes.subarray(from, from + partBytes);
}
