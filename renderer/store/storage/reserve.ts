import type {Disk} from '#core/journal/disk.ts';
import {reserveBytes} from '#core/storage/free-space.ts';

const folder = 'room';
const path = `${folder}/reserve`;
/** So little that a label or a line of the journal behind it does not wait, and so long between two that others go first. */
const pieceBytes = 256 * 1024;
const restMs = 100;
/** What `getRandomValues` gives at once. */
const diceBytes = 65_536;

/** A file that is nothing but room, and can be let go at once. */
export class Reserve {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  async isMade(): Promise<boolean> {
    return (await this.#bytes()) >= reserveBytes;
  }

  /** Little by little, in some fifteen seconds: somebody may be at work. Goes on where an earlier one was broken off. */
  async make(): Promise<void> {
    // Random, so that no file system packs it to nothing.
    const piece = new Uint8Array(pieceBytes);
    for (let at = 0; at < pieceBytes; at += diceBytes) crypto.getRandomValues(piece.subarray(at, at + diceBytes));
    for (let at = await this.#bytes(); at < reserveBytes; at += pieceBytes) {
      await this.#disk.write(path, at, piece);
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }

  async letGo(): Promise<void> {
    await this.#disk.remove(path);
  }

  async #bytes(): Promise<number> {
    return (await this.#disk.list(folder)).reduce((sum, {bytes}) => sum + bytes, 0);
  }
}
