import {crc32c} from '#core/journal/crc32c.ts';
import type {Disk} from '#core/journal/disk.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import {parsedJson} from '#core/lib/parsed-json.ts';
import {type Shaped, check, integer, list, object, oneOf, pattern} from '#core/lib/shape.ts';
import {type NumberRange, numberRanges, rangesMax} from '#core/shipping/ranges/schema.ts';
import {newIncarnation as newName} from '../safety/incarnation.ts';

const shape = object({
  format: oneOf(['1']),
  /** Newer ones count more. */
  turn: integer({min: 1}),
  desk: pattern(/^[A-Za-z0-9_-]{12}$/),
  /** Ranges of this desk as they were after their last draw. */
  drawn: list(numberRanges.shape, {max: rangesMax}),
});

/**
 * What this desk knows of its numbers outside of the store: its own name, which no backup carries to another desk, and how far it has
 * given each range, which a backup that is put in the place of the shop does not turn back.
 */
export type BesideStore = Pick<Shaped<typeof shape>, 'desk' | 'drawn'>;

type Whole = Shaped<typeof shape>;

/** Two files, written in turn: what damages the newer leaves the one before it, and store and journal have what followed. */
function pathOf(kind: ShopKind, turn: number): string {
  return `${kind}/numbers-${turn % 2 === 0 ? 'a' : 'b'}`;
}

/** What there is; a desk that has nothing yet gets a name. For whoever has the turn with numbers. */
export async function readBeside(disk: Disk, kind: ShopKind): Promise<BesideStore> {
  const newest = await newestOf(disk, kind);
  if (newest) return newest;
  const first: Whole = {format: '1', turn: 1, desk: newName(), drawn: []};
  await write(disk, kind, first);
  return first;
}

/** Remembers how far ranges were drawn from. */
export async function rememberDrawn(disk: Disk, kind: ShopKind, ranges: readonly NumberRange[]): Promise<void> {
  const before = await newestOf(disk, kind);
  if (!before || ranges.length === 0) return;
  const others = before.drawn.filter(({id}) => !ranges.some((range) => range.id === id));
  const drawn = [...ranges, ...others].slice(0, rangesMax);
  await write(disk, kind, {...before, turn: before.turn + 1, drawn});
}

async function newestOf(disk: Disk, kind: ShopKind): Promise<Whole | undefined> {
  const copies = await Promise.all([0, 1].map(async (turn) => decode(await disk.read(pathOf(kind, turn)))));
  return copies.filter((copy) => copy !== undefined).sort((one, other) => other.turn - one.turn)[0];
}

async function write(disk: Disk, kind: ShopKind, whole: Whole): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(whole));
  const sum = new TextEncoder().encode(`${crc32c(bytes).toString(16).padStart(8, '0')}\n`);
  const both = new Uint8Array(sum.length + bytes.length);
  both.set(sum);
  both.set(bytes, sum.length);
  await disk.replace(pathOf(kind, whole.turn), both);
}

const sumLength = 9;

function decode(bytes: Uint8Array | undefined): Whole | undefined {
  if (!bytes) return undefined;
  const body = bytes.subarray(sumLength);
  const sum = new TextDecoder().decode(bytes.subarray(0, sumLength - 1));
  if (crc32c(body).toString(16).padStart(8, '0') !== sum) return undefined;
  const whole = check(shape, parsedJson(new TextDecoder().decode(body)));
  return whole.ok ? whole.value : undefined;
}
