import {connect, type TLSSocket} from 'node:tls';
import {errorCode} from '../files/error-code.ts';

/** A connection that may be spoken over, or why not; `certificate` is the one that nobody trusts. */
export type Shaken = {readonly socket: TLSSocket} | {readonly words: string; readonly certificate?: string};

interface Terms {
  readonly stalledMs: number;
  /** SHA-256 of the certificate that a person has trusted. */
  readonly fingerprint?: string;
}

/**
 * A connection by TLS to a printer. Most printers sign their own certificate: it is trusted once a person has, and from then on only that very
 * one. Whatever is to be said waits until the certificate was looked at.
 */
export function shakeHands(
  {host, port}: {readonly host: string; readonly port: number},
  {stalledMs, fingerprint}: Terms,
): {readonly done: Promise<Shaken>; stop(): void} {
  const socket = connect({host, port, rejectUnauthorized: false});
  let finish: (shaken: Shaken) => void = () => undefined;
  const done = new Promise<Shaken>((resolve) => {
    finish = resolve;
  });
  const stop = (words: string, certificate?: string): void => {
    finish({words, ...(certificate === undefined ? {} : {certificate})});
    socket.destroy();
  };
  socket.setTimeout(stalledMs, () => stop('does not answer'));
  socket.on('error', (error) => stop(errorCode(error)));
  socket.once('secureConnect', () => {
    const shown = socket.getPeerCertificate().fingerprint256?.replaceAll(':', '').toLowerCase() ?? '';
    const isTrusted = fingerprint === undefined ? socket.authorized : shown === fingerprint;
    if (!isTrusted) return stop(fingerprint === undefined ? 'unknown certificate' : 'another certificate', shown);
    socket.setTimeout(0);
    return finish({socket});
  });
  return {done, stop: () => stop('given up')};
}
