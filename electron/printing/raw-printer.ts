import {connect, type Socket} from 'node:net';
import type {Sending, Sent} from '#core/printing/printer-port.ts';
import {errorCode} from '../files/error-code.ts';

/** How long a printer may keep us waiting: for a connection, between two pieces of the document, and for its goodbye. */
export interface RawLimits {
  readonly connectMs: number;
  readonly stalledMs: number;
  readonly endMs: number;
}

export const rawLimits: RawLimits = {connectMs: 10_000, stalledMs: 60_000, endMs: 60_000};

export interface RawPlace {
  readonly host: string;
  readonly port: number;
}

/** So little at a time that a printer which stops reading is noticed. */
const pieceBytes = 16 * 1024;

/**
 * Sends bytes to a raw port (TCP 9100), which says nothing about them. Handed over means: all were taken, and the printer closed its
 * end after ours, so it has read to the end. From the moment there is a connection whatever breaks is `lost`: a piece given to the system
 * may have arrived. What the printer says back is not listened to. `socket` is a connection that was begun before.
 */
export function sendRaw(
  {host, port}: RawPlace,
  bytes: Uint8Array,
  copies: number,
  limits: RawLimits = rawLimits,
  socket: Socket = connect({host, port, noDelay: true}),
): Sending {
  let finish: (sent: Sent) => void = () => undefined;
  const done = new Promise<Sent>((resolve) => {
    finish = resolve;
  });
  let isConnected = false;
  let isGiven = false;
  let timer = setTimeout(() => stop('no connection'), limits.connectMs);
  const waitFor = (ms: number, why: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stop(why), ms);
  };
  const ended = (sent: Sent): void => {
    clearTimeout(timer);
    finish(sent);
    // Not `end`: what the system still holds back must not leave later.
    socket.resetAndDestroy();
  };
  const stop = (words: string): void => ended({outcome: isConnected ? 'lost' : 'notReached', words});

  const begin = (): void => {
    isConnected = true;
    socket.resume();
    waitFor(limits.stalledMs, 'does not read');
    void writeAll(socket, bytes, copies, () => waitFor(limits.stalledMs, 'does not read')).then(() => {
      waitFor(limits.endMs, 'does not close');
      isGiven = true;
      socket.end();
    });
  };
  socket.on('error', (error) => stop(errorCode(error)));
  if (socket.connecting) socket.once('connect', begin);
  else begin();
  socket.once('close', () => (isGiven ? ended({outcome: 'handedOver'}) : stop('closed')));
  return {done, abandon: () => stop('given up')};
}

/** Piece by piece, each once the system has taken the one before. Stays without an answer where the connection ends. */
async function writeAll(socket: Socket, bytes: Uint8Array, copies: number, onPiece: () => void): Promise<void> {
  for (let copy = 0; copy < copies; copy++) {
    for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
      await new Promise<void>((taken) => {
        socket.write(bytes.subarray(at, at + pieceBytes), (error) => {
          if (!error) taken();
        });
      });
      onPiece();
    }
  }
}
