import {connect, type Socket} from 'node:net';
import type {RawPlace} from './raw-printer.ts';

/** A connection that nobody takes in this time is closed: a printer may take no other meanwhile. */
const untakenMs = 2_000;

/**
 * Goes to a raw port ahead of a document, without a byte of it: the connection is there once it is written down that the document goes. One at
 * a time; what became of it is nobody's business, for whoever takes none makes his own.
 */
export class RawApproach {
  readonly #untakenMs: number;
  #begun: {readonly place: RawPlace; readonly socket: Socket; readonly timer: NodeJS.Timeout} | undefined;

  constructor(closesAfterMs = untakenMs) {
    this.#untakenMs = closesAfterMs;
  }

  begin(place: RawPlace): void {
    this.#leave();
    const socket = connect({...place, noDelay: true});
    socket.on('error', () => socket.destroy());
    // Read, so that a printer that closes it again is noticed.
    socket.resume();
    const timer = setTimeout(() => this.#leave(), this.#untakenMs);
    this.#begun = {place, socket, timer};
  }

  /** The connection to this place, which may still be on its way; undefined where there is none that stands. */
  take({host, port}: RawPlace): Socket | undefined {
    const begun = this.#begun;
    if (begun?.place.host !== host || begun.place.port !== port) return undefined;
    this.#begun = undefined;
    clearTimeout(begun.timer);
    const {socket} = begun;
    if (socket.connecting || socket.readyState === 'open') return socket;
    socket.destroy();
    return undefined;
  }

  #leave(): void {
    clearTimeout(this.#begun?.timer);
    this.#begun?.socket.destroy();
    this.#begun = undefined;
  }
}
