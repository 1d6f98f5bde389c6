import {createHash} from 'node:crypto';
import {parsedJson} from '#core/lib/parsed-json.ts';
import {protocolVersion} from '#core/sync/protocol.ts';
import {plainCode} from '../../shops/secrets.ts';
import type {Mutated} from './mutate.ts';
import type {Recorded} from './recorded.ts';

type Fields = Readonly<Record<string, unknown>>;

const name = /^[A-Za-z0-9_-]{12}$/;
const hash = /^[A-Za-z0-9_-]{43}$/;

/**
 * Whether a changed message is a proper one still, so that a master may take it: another code, another line of the same desk, other
 * arguments of what is not decided yet. Said by rules of its own, with nothing of what reads messages; whatever else is sent must
 * change nothing.
 */
export function mayBeTaken({message, bytes}: Mutated, recorded: Recorded): boolean {
  const text = bytes === undefined ? '' : utf8In(bytes);
  if (text === undefined) return false;
  const value = parsedJson(text);
  switch (message.kind) {
    case 'push':
      return isPush(text, recorded);
    case 'code':
      return hasExactly(value, {
        verifier: isLike(hash),
        wrapped: isLike(/^[A-Za-z0-9_-]{38,1000}$/),
        minutes: isWhole(1, 60),
      });
    case 'join':
      // A wrong proof of a code that is open is counted.
      return (
        (value as Fields | undefined)?.['codeId'] === recorded.codeId &&
        isDesk(value, {codeId: isLike(name), proof: isLike(hash), nonce: isLike(hash)})
      );
    case 'shop':
      return isDesk(value, {
        setupCode: (told) => typeof told === 'string' && plainCode(told) === plainCode(recorded.setupCode),
        shop: isLike(name),
      });
    case 'log':
    case 'look':
    case 'chunk':
    case 'manifest':
      return false;
  }
}

function isPush(text: string, {desk, push, decidedN}: Recorded): boolean {
  const [first = '', ...lines] = text.split('\n');
  const head = parsedJson(first);
  const {sum, ...others} = ((typeof head === 'object' && head) || {}) as Fields;
  const isHead = hasExactly(others, {
    v: (told) => told === 1 || told === 2 || told === protocolVersion,
    epoch: (told) => told === push.epoch,
    replica: (told) => told === desk.name,
    inc: isLike(name),
    from: (told) => hasExactly(told, {n: isWhole(0), hash: isLike(hash)}),
    count: (told) => told === lines.length && lines.length <= 2_000,
  });
  if (!isHead) return false;
  if (head !== null && Object.hasOwn(head as Fields, 'sum')) {
    const {from} = others as {readonly from: {readonly hash: string}};
    if (typeof sum !== 'string' || sum !== hashesOf(from.hash, lines).at(-1)?.slice(0, 8)) return false;
  }
  const {inc, from} = others as unknown as {
    readonly inc: string;
    readonly from: {readonly n: number; readonly hash: string};
  };
  if (lines.length === 0 || !lines.every((line, at) => isMutation(parsedJson(line), from.n + 1 + at))) return false;
  if (inc !== push.origin.inc) return true;

  // Of the line that is known here it has to go on from what is decided, word for word.
  const decided = hashesOf(push.from.hash, push.mutations.slice(0, decidedN));
  const told = hashesOf(from.hash, lines);
  const overlap = decidedN - from.n;
  return decided[from.n] === from.hash && overlap >= 0 && lines.length > overlap && told[overlap] === decided[decidedN];
}

/** One that tells its number is decided, if only by lying in the tray. */
function isMutation(value: unknown, n: number): boolean {
  return typeof value === 'object' && value !== null && (value as Fields)['n'] === n;
}

/** The hashes of a line behind a place, that of the place itself before them. */
function hashesOf(from: string, lines: readonly string[]): readonly string[] {
  const hashes = [from];
  for (const line of lines) {
    const before = Buffer.from(hashes.at(-1) ?? '', 'base64url');
    hashes.push(createHash('sha256').update(before).update(line).digest('base64url'));
  }
  return hashes;
}

type Fits = (told: unknown) => boolean;

function isDesk(value: unknown, others: Readonly<Record<string, Fits>>): boolean {
  const isName: Fits = (told) => typeof told === 'string' && told.length >= 1 && told.length <= 120;
  return hasExactly(value, {
    ...others,
    replica: isLike(name),
    inc: isLike(name),
    publicKey: isLike(hash),
    name: isName,
  });
}

function hasExactly(value: unknown, fields: Readonly<Record<string, Fits>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.keys(value);
  const isSame = names.length === Object.keys(fields).length && names.every((key) => Object.hasOwn(fields, key));
  return isSame && Object.entries(fields).every(([key, fits]) => fits((value as Fields)[key]));
}

function isLike(form: RegExp): Fits {
  return (told) => typeof told === 'string' && form.test(told);
}

function isWhole(min: number, max = Number.MAX_SAFE_INTEGER): Fits {
  return (told) => Number.isSafeInteger(told) && Number(told) >= min && Number(told) <= max;
}

function utf8In(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return undefined;
  }
}
