import {type Shape, type Shaped, check, integer, object} from '#core/lib/shape.ts';
import {type Instant, instant} from '#core/time/instant.ts';

const label = object({
  madeAt: integer(),
  n: integer({min: 0}),
  /** Length of the snapshot's file when it was read back. */
  snapshotBytes: integer({min: 0}),
});

/** What lies beside a snapshot that was read back whole. */
export type Label = Omit<Shaped<typeof label>, 'madeAt'> & {readonly madeAt: Instant};

export function encodeLabel({madeAt, n, snapshotBytes}: Label): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({madeAt, n, snapshotBytes}));
}

/** Undefined for bytes that are no label: its snapshot is looked at again. */
export function decodeLabel(bytes: Uint8Array | undefined): Label | undefined {
  if (!bytes) return undefined;
  try {
    const checked = check(label as Shape<Shaped<typeof label>>, JSON.parse(new TextDecoder().decode(bytes)));
    const madeAt = checked.ok ? instant(checked.value.madeAt) : checked;
    return checked.ok && madeAt.ok ? {...checked.value, madeAt: madeAt.value} : undefined;
  } catch {
    return undefined;
  }
}
