import {check, integer, object, oneOf, optional, type Shape, text} from '../lib/shape.ts';
import {type DiskError, type DiskFile, diskBytesMax, isDiskPath} from './disk.ts';

/** What is asked of a disk at the other end of a port; `n` is the number that the answer carries. */
export type DiskAsk =
  | {readonly n: number; readonly ask: 'list' | 'remove'; readonly path: string}
  | {readonly n: number; readonly ask: 'read'; readonly path: string; readonly from?: number; readonly to?: number}
  | {readonly n: number; readonly ask: 'write'; readonly path: string; readonly at: number; readonly bytes: Uint8Array}
  | {readonly n: number; readonly ask: 'replace'; readonly path: string; readonly bytes: Uint8Array}
  | {readonly n: number; readonly ask: 'freeBytes'};

export type DiskAnswer = readonly DiskFile[] | Uint8Array<ArrayBuffer> | number | undefined;

/** What a page tells its data worker, once: the desktop's port to the disk, or null where the browser's own files are it. */
export interface GivenDisk<Port> {
  readonly disk: Port | null;
}

/** Of what failed only the kind crosses: a cause would tell of the desktop's folders. */
export type DiskSaid =
  | {readonly n: number; readonly answer: DiskAnswer}
  | {readonly n: number; readonly failed: DiskError['kind']}
  /** The last word before the desktop closes the port: Chromium tells the other end of a closed port nothing. */
  | {readonly closed: true};

/** More asks than these are not kept waiting: the next one is refused. */
export const diskAsksMax = 1000;

const number = integer({min: 0});
const path = text({max: 400});

type WithoutBytes = DiskAsk extends infer A ? (A extends DiskAsk ? Omit<A, 'bytes'> : never) : never;

const askShapes: Readonly<Record<DiskAsk['ask'], Shape<WithoutBytes>>> = {
  list: object({n: number, ask: oneOf(['list']), path}),
  remove: object({n: number, ask: oneOf(['remove']), path}),
  read: object({n: number, ask: oneOf(['read']), path, from: optional(number), to: optional(number)}),
  write: object({n: number, ask: oneOf(['write']), path, at: number}),
  replace: object({n: number, ask: oneOf(['replace']), path}),
  freeBytes: object({n: number, ask: oneOf(['freeBytes'])}),
};

/**
 * What a page asked, if it has the form of an ask; else the number to refuse it under, and undefined where there is not even one.
 * Bytes are taken apart by hand: a shape would walk through every one of them.
 */
export function checkDiskAsk(message: unknown): {readonly ask: DiskAsk} | {readonly refused: number | undefined} {
  if (typeof message !== 'object' || message === null) return {refused: undefined};
  const {bytes, ...rest} = message as Readonly<Record<string, unknown>>;
  const refused = check(number, rest['n']);
  if (!refused.ok) return {refused: undefined};

  const ask = formed(rest, bytes);
  if (!ask || ('path' in ask && !isDiskPath(ask.path))) return {refused: refused.value};
  return {ask};
}

function formed(rest: Readonly<Record<string, unknown>>, bytes: unknown): DiskAsk | undefined {
  const name = rest['ask'];
  if (typeof name !== 'string' || !Object.hasOwn(askShapes, name)) return undefined;
  const checked = check(askShapes[name as DiskAsk['ask']], rest);
  if (!checked.ok) return undefined;
  const takesBytes = name === 'write' || name === 'replace';
  if (!takesBytes) return bytes === undefined ? (checked.value as DiskAsk) : undefined;
  const isSound = bytes instanceof Uint8Array && bytes.byteLength <= diskBytesMax;
  return isSound ? ({...checked.value, bytes} as DiskAsk) : undefined;
}
