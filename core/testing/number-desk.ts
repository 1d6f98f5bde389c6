import {must} from '../lib/assert.ts';
import {idFromName} from '../lib/id.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import type {NumberKeeper, NumberRows} from '../shipping/ranges/number-shelf.ts';
import type {NumberDraw, NumberRange} from '../shipping/ranges/schema.ts';

/** Postal numbers 10000000 to 10000099 of one account, for registered letters from Germany. */
export function postalRange(changes: Partial<NumberRange> = {}): NumberRange {
  return {
    id: idFromName('numberRange', 'letters'),
    scheme: 's10',
    account: '5001',
    fixed: [
      {part: 'service', text: 'RR'},
      {part: 'country', text: 'DE'},
    ],
    from: '10000000',
    to: '10000099',
    wrap: 'end',
    alertBelow: 10,
    round: 0,
    drawn: 0,
    used: 0,
    voided: 0,
    ...changes,
  };
}

export type Fate = 'kept' | 'lost' | 'kept but not told';

/** Where rows lie in a test. `fates` says what happens to the next ones, one after the other; then all are kept, and survive every crash. */
export interface KeeperInMemory extends NumberKeeper {
  fates: Fate[];
  rows(): NumberRows;
}

export function keeperInMemory(): KeeperInMemory {
  const ranges = new Map<string, NumberRange>();
  const draws = new Map<string, NumberDraw>();
  const keeper: KeeperInMemory = {
    fates: [],
    rows: () => ({ranges: [...ranges.values()], draws: [...draws.values()]}),
    keep: async (rows): Promise<Result<undefined>> => {
      const fate = keeper.fates.shift() ?? 'kept';
      await Promise.resolve();
      if (fate !== 'lost') {
        for (const range of rows.ranges) ranges.set(range.id, range);
        for (const draw of rows.draws) draws.set(draw.id, draw);
      }
      return fate === 'kept' ? ok(undefined) : fail('store.full');
    },
  };
  return keeper;
}

/** The value of a result that is one. */
export function valueOf<T>(result: Result<T>): T {
  return must(result.ok ? {value: result.value} : undefined, result.ok ? '' : `it went well: ${result.fault.code}`)
    .value;
}
