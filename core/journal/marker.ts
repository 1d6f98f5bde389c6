import {fromBase64url} from '../lib/hash.ts';
import {
  type Shaped,
  base64urlText,
  branded,
  check,
  flag,
  integer,
  list,
  object,
  oneOf,
  optional,
  pattern,
  text,
} from '../lib/shape.ts';
import type {Instant} from '../time/instant.ts';
import {crc32c} from './crc32c.ts';
import type {Disk} from './disk.ts';

/** A demo can be deleted with one click, a seller's own shop cannot. */
export const shopKinds = ['demo', 'own'] as const;
export type ShopKind = (typeof shopKinds)[number];

const hash = pattern(/^[A-Za-z0-9_-]{43}$/);
const name = pattern(/^[A-Za-z0-9_-]{12}$/);
const instant = branded<Instant>(integer({min: 0}));

const markerShape = object({
  format: oneOf(['1']),
  /** Newer ones count more. */
  turn: integer({min: 1}),
  shop: object({
    kind: oneOf(shopKinds),
    madeAt: instant,
    orderCount: optional(integer({min: 0})),
    /** What a demo is made from. */
    seed: optional(text({max: 100})),
  }),
  /** The shop's key, 32 bytes in base64url: without it nothing personal could be read again. */
  shopKey: hash,
  incarnation: name,
  /** What the journal goes on from: an empty shop, the demo as it is made, or a state of which only snapshots tell. */
  origin: oneOf(['empty', 'demo', 'snapshot']),
  /** The shop is being deleted: what is still there of it is no loss. */
  deleted: optional(flag()),
  /** Name of the snapshot that is to stand in the place of the store: a restore was decided and is not done yet. */
  restoring: optional(pattern(/^[0-9a-z-]{1,40}$/)),
  /** Snapshots from before the last restore tell of what stood here then: no rebuilding begins with one. */
  since: optional(instant),
  /** Under which names this desk has given numbers to its changes, should it live with a master: a snapshot may know fewer. */
  lines: optional(list(object({replica: name, inc: name, from: integer({min: 0})}), {max: 64})),
  /**
   * The master that has this shop too, and by what it knows this desk: where nothing here tells of the shop any more, it is had from
   * there. Snapshots from before `since` are of a shop without a master.
   */
  master: optional(
    object({
      url: text({max: 300}),
      shopId: name,
      token: hash,
      key: hash,
      privateKey: base64urlText({min: 0, max: 400}),
      since: instant,
    }),
  ),
  /** Keys of what stood here before a restore: its snapshots are sealed under them. */
  olderKeys: optional(list(hash, {max: 8})),
});

/**
 * What a desk knows of a shop outside of its store: that there is one, which key is its, and which incarnation of the store
 * it has worked with. A store that is gone while its marker stands was lost; it is not a new one.
 */
export type Marker = Shaped<typeof markerShape>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Two copies, written in turn: a bit that flips in one leaves the other. */
function pathsOf(kind: ShopKind): readonly [string, string] {
  return [`${kind}/marker-a`, `${kind}/marker-b`];
}

/** The newest whole marker of a shop, or undefined where there is none. */
export async function readMarker(disk: Disk, kind: ShopKind): Promise<Marker | undefined> {
  const copies = await Promise.all(pathsOf(kind).map(async (path) => decode(await disk.read(path))));
  const whole = copies.filter((copy) => copy !== undefined);
  return whole.sort((a, b) => b.turn - a.turn)[0];
}

/** Puts a marker in the place of the one that was there; both copies, one after the other. */
export async function writeMarker(disk: Disk, marker: Omit<Marker, 'turn' | 'format'>): Promise<Marker> {
  const {kind} = marker.shop;
  const turn = ((await readMarker(disk, kind))?.turn ?? 0) + 1;
  const next: Marker = {...marker, format: '1', turn};
  for (const path of pathsOf(kind)) await disk.replace(path, encode(next));
  return next;
}

/** The marker goes last of all that a disk holds of a shop. */
export async function removeMarker(disk: Disk, kind: ShopKind): Promise<void> {
  for (const path of pathsOf(kind)) await disk.remove(path);
}

/** Snapshots from before this moment are no base of what stands here now. */
export function basesSince({since, master}: Marker): Instant {
  return Math.max(since ?? 0, master?.since ?? 0) as Instant;
}

export function shopKeyOf({shopKey}: Marker): Uint8Array<ArrayBuffer> {
  return fromBase64url(shopKey);
}

function encode(marker: Marker): Uint8Array {
  const text = JSON.stringify(marker);
  return encoder.encode(`${crc32c(encoder.encode(text)).toString(16)}\n${text}`);
}

function decode(bytes: Uint8Array | undefined): Marker | undefined {
  const [sum = '', text = ''] = bytes ? decoder.decode(bytes).split('\n') : [];
  // With the right sum it is what was written here: JSON.
  if (text === '' || crc32c(encoder.encode(text)).toString(16) !== sum) return undefined;
  const marker = check(markerShape, JSON.parse(text));
  return marker.ok ? marker.value : undefined;
}
