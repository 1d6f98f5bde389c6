import type {Disk} from '#core/journal/disk.ts';
import {reserveBytes} from '#core/storage/free-space.ts';

const folder = 'room';
const path = `${folder}/reserve`;
const pieceBytes = 4 * 1024 * 1024;
/** What `getRandomValues` gives at once. */
const diceBytes = 65_536;

/** A file that is nothing but room, and can be let go at once. */
export class Reserve {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  async isMade(): Promise<boolean> {
    return (await this.#disk.list(folder)).some(({bytes}) => bytes >= reserveBytes);
  }

  async make(): Promise<void> {
    // Random, so that no file system packs it to nothing.
    const piece = new Uint8Array(pieceBytes);
    for (let at = 0; at < pieceBytes; at += diceBytes) crypto.getRandomValues(piece.subarray(at, at + diceBytes));
    for (let at = 0; at < reserveBytes; at += pieceBytes) await this.#disk.write(path, at, piece);
  }

  async letGo(): Promise<void> {
    await this.#disk.remove(path);
  }
}
