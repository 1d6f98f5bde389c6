/**
 * The encoding of IPP (RFC 8010, 3): version, operation or status, number of the request, then groups of attributes. What is read
 * comes from a printer and may be anything: it is bounded, and what does not add up is no message.
 */
export interface IppMessage {
  /** Of a request the operation, of an answer the status. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
}

export interface IppGroup {
  readonly tag: number;
  readonly attributes: readonly IppAttribute[];
}

export type IppValue = string | number | boolean;

export interface IppAttribute {
  readonly name: string;
  readonly tag: number;
  readonly values: readonly IppValue[];
}

export const groupTags = {operation: 1, job: 2, end: 3, printer: 4, unsupported: 5} as const;

export const valueTags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  collection: 0x34,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;

const version = 0x0200;
const headBytes = 8;
/** A printer that knows a hundred papers tells some thousand values. */
const valuesMax = 20_000;
const lastDelimiter = 0x0f;
const lastOutOfBand = 0x1f;
const firstText = 0x40;

export function encodeIpp({code, requestId, groups}: IppMessage): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt16BE(version, 0);
  head.writeUInt16BE(code, 2);
  head.writeUInt32BE(requestId, 4);
  const parts = groups.flatMap(({tag, attributes}) => [Buffer.from([tag]), ...attributes.flatMap(encodeAttribute)]);
  return Buffer.concat([head, ...parts, Buffer.from([groupTags.end])]);
}

function encodeAttribute({name, tag, values}: IppAttribute): Buffer[] {
  return values.flatMap((value, index) => [
    Buffer.from([tag]),
    measured(Buffer.from(index === 0 ? name : '')),
    measured(encodeValue(value)),
  ]);
}

function encodeValue(value: IppValue): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  if (typeof value === 'boolean') return Buffer.from([Number(value)]);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function measured(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The message and where it ends (a document may follow), or undefined where the bytes are none. Collections are passed over. */
export function decodeIpp(bytes: Buffer): (IppMessage & {readonly end: number}) | undefined {
  if (bytes.length < headBytes + 1 || (bytes[0] !== 1 && bytes[0] !== 2)) return undefined;
  const groups: {tag: number; attributes: {name: string; tag: number; values: IppValue[]}[]}[] = [];
  let at = headBytes;
  let depth = 0;
  for (let count = 0; count < valuesMax; count++) {
    const tag = bytes[at++];
    if (tag === undefined) return undefined;
    if (tag <= lastDelimiter) {
      if (depth > 0) return undefined;
      if (tag === groupTags.end)
        return {code: bytes.readUInt16BE(2), requestId: bytes.readUInt32BE(4), groups, end: at};
      groups.push({tag, attributes: []});
      continue;
    }
    const name = field(bytes, at);
    const value = name && field(bytes, name.end);
    const group = groups.at(-1);
    if (!name || !value || !group) return undefined;
    at = value.end;
    const isInside = depth > 0;
    if (tag === valueTags.collection) depth += 1;
    if (tag === valueTags.endCollection && --depth < 0) return undefined;
    if (isInside) continue;
    if (name.bytes.length > 0) group.attributes.push({name: name.bytes.toString('latin1'), tag, values: []});
    const attribute = group.attributes.at(-1);
    if (!attribute) return undefined;
    const decoded = decodeValue(tag, value.bytes);
    if (decoded !== undefined) attribute.values.push(decoded);
  }
  return undefined;
}

function field(bytes: Buffer, at: number): {readonly bytes: Buffer; readonly end: number} | undefined {
  if (at + 2 > bytes.length) return undefined;
  const end = at + 2 + bytes.readUInt16BE(at);
  return end > bytes.length ? undefined : {bytes: bytes.subarray(at + 2, end), end};
}

/** Numbers, flags and texts; anything else (dates, ranges, resolutions, "no value") is left out. */
function decodeValue(tag: number, bytes: Buffer): IppValue | undefined {
  if (tag <= lastOutOfBand) return undefined;
  if (tag === valueTags.integer || tag === valueTags.enum) return bytes.length === 4 ? bytes.readInt32BE() : undefined;
  if (tag === valueTags.boolean) return bytes.length === 1 ? bytes[0] === 1 : undefined;
  return tag > firstText ? bytes.toString() : undefined;
}

/** All values of an attribute, from whichever group. */
export function valuesOf({groups}: IppMessage, name: string): readonly IppValue[] {
  return groups.flatMap(({attributes}) =>
    attributes.filter((each) => each.name === name).flatMap(({values}) => values),
  );
}

export function textsOf(message: IppMessage, name: string): readonly string[] {
  return valuesOf(message, name).filter((value) => typeof value === 'string');
}

export function numberOf(message: IppMessage, name: string): number | undefined {
  return valuesOf(message, name).find((value) => typeof value === 'number');
}
