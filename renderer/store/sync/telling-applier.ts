import type {Result} from '#core/lib/result.ts';
import {type Applied, Applier, type ApplierHost} from '#core/sync/applier.ts';
import type {Mutator} from '#core/sync/define.ts';
import type {Group} from '#core/sync/group.ts';
import type {RowChange} from '#core/sync/overlay.ts';
import type {Store} from '#core/sync/store.ts';

/** Applies groups, and tells what people see otherwise before the next one is taken: lists follow in the order of the log. */
export class TellingApplier extends Applier {
  readonly #changed: (changes: readonly RowChange[]) => Promise<void>;

  constructor(
    store: Store,
    mutators: readonly Mutator[],
    {changed, ...host}: ApplierHost & {readonly changed: (changes: readonly RowChange[]) => Promise<void>},
  ) {
    super(store, mutators, host);
    this.#changed = changed;
  }

  override async apply(group: Group): Promise<Result<Applied | undefined>> {
    const applied = await super.apply(group);
    if (applied.ok && applied.value) await this.#changed(applied.value.changes);
    return applied;
  }
}
