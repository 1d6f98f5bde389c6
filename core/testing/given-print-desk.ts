import type {Disk} from '../journal/disk.ts';
import {hashBytes} from '../lib/hash.ts';
import {fail} from '../lib/result.ts';
import {type Channel, checkArgs, type Desktop, type DesktopEvent} from '../shell/contract.ts';
import {PrintDesk, type PrintingAnswers} from '../shell/print-desk.ts';
import type {Instant} from '../time/instant.ts';
import {GivenPrinters, settled} from './given-printing.ts';
import {MemoryDisk} from './memory-disk.ts';

/** The print queue of a desk with a given clock and printers, and the desktop as its page has it: of the contract it knows printing only. */
export class GivenPrintDesk {
  readonly printers: GivenPrinters;
  readonly desk: PrintDesk;
  readonly desktop: Desktop;
  now = 1_000;
  /** How often it told that something has changed. */
  changes = 0;
  readonly #listeners = new Set<(event: DesktopEvent) => void>();

  constructor(disk: Disk = new MemoryDisk(), printers = new GivenPrinters()) {
    this.printers = printers;
    this.desk = new PrintDesk({
      disk,
      port: printers,
      sha256: async (bytes) => hashBytes(bytes),
      now: () => this.now as Instant,
      onChange: () => this.#tell(),
    });
    const answers: Record<string, (args: never) => unknown> = {...this.answers};
    this.desktop = {
      call: async (channel: Channel, args: unknown) => {
        const checked = checkArgs(channel, structuredClone(args));
        const answer = answers[channel];
        if (!checked.ok || !answer) return checked.ok ? fail('desktop.unknown_channel') : checked;
        return structuredClone(await answer(checked.value as never)) as never;
      },
      on: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  get answers(): PrintingAnswers {
    return this.desk.answers;
  }

  /** Time goes on, and the queue does what is due. */
  async tick(byMs = 0): Promise<void> {
    this.now += byMs;
    await this.desk.tick();
    await settled();
  }

  #tell(): void {
    this.changes += 1;
    for (const listener of this.#listeners) listener({event: 'printing.changed'});
  }
}
