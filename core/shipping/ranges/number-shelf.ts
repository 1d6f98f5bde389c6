import {must} from '../../lib/assert.ts';
import type {Id} from '../../lib/id.ts';
import {type Result, ok} from '../../lib/result.ts';
import type {NumberDraw, NumberRange} from './schema.ts';
import type {Settled} from './settle.ts';

/** Rows as they are now; those with the id of an older row take its place. */
export interface NumberRows {
  readonly ranges: readonly NumberRange[];
  readonly draws: readonly NumberDraw[];
}

/** Where the rows lie. `keep` succeeds when all of them are safe against a crash; when it fails nobody knows which of them are. */
export interface NumberKeeper {
  keep(rows: NumberRows): Promise<Result<undefined>>;
}

/** The rows in memory, and what of them is not known to be kept. */
export interface NumberShelf {
  ranges(): readonly NumberRange[];
  draw(drawId: Id<'numberDraw'>): NumberDraw | undefined;
  /** The rows that are there after a change of these draws, one after the other; the first fault, and no change, where one is refused. */
  changed(draws: readonly NumberDraw[], change: (one: Settled) => Result<Settled>): Result<NumberRows>;
  /** Puts rows into memory, to be kept with the next ones. */
  remember(rows: Result<NumberRows>): void;
  /** Keeps rows, and all that could not be kept before. */
  keep(rows: Result<NumberRows>): Promise<Result<undefined>>;
}

export function numberShelf(kept: NumberRows, keeper: NumberKeeper): NumberShelf {
  const ranges = new Map(kept.ranges.map((range) => [range.id, range]));
  const draws = new Map(kept.draws.map((draw) => [draw.id, draw]));
  const unkept = {ranges: new Set<NumberRange['id']>(), draws: new Set<NumberDraw['id']>()};

  function remember(rows: Result<NumberRows>): void {
    if (!rows.ok) return;
    for (const range of rows.value.ranges) {
      ranges.set(range.id, range);
      unkept.ranges.add(range.id);
    }
    for (const draw of rows.value.draws) {
      draws.set(draw.id, draw);
      unkept.draws.add(draw.id);
    }
  }

  return {
    ranges: () => [...ranges.values()],
    draw: (drawId) => draws.get(drawId),
    changed: (some, change) => {
      const after = new Map<NumberRange['id'], NumberRange>();
      const changedDraws: NumberDraw[] = [];
      for (const draw of some) {
        const range = after.get(draw.rangeId) ?? ranges.get(draw.rangeId);
        const one = change({draw, range: must(range, 'a draw is of a range that is kept')});
        if (!one.ok) return one;
        after.set(one.value.range.id, one.value.range);
        changedDraws.push(one.value.draw);
      }
      return ok({ranges: [...after.values()], draws: changedDraws});
    },
    remember,
    keep: async (rows) => {
      if (!rows.ok) return rows;
      remember(rows);
      if (unkept.ranges.size + unkept.draws.size === 0) return ok(undefined);
      const safe = await keeper.keep({
        ranges: [...unkept.ranges].flatMap((id) => ranges.get(id) ?? []),
        draws: [...unkept.draws].flatMap((id) => draws.get(id) ?? []),
      });
      if (safe.ok) {
        unkept.ranges.clear();
        unkept.draws.clear();
      }
      return safe;
    },
  };
}
