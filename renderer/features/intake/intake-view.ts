import {create} from 'zustand';
import type {PlanItem, PlanKind} from '#core/intake/messages.ts';

export const planKinds = ['new', 'changed', 'unchanged', 'conflicting', 'rejected'] as const satisfies PlanKind[];

/** What this window shows of its files. */
export interface IntakeView {
  readonly view: 'now' | 'history';
  /** Absent: the tab that says most. */
  readonly kind: PlanKind | undefined;
  /** Key of the only file that is shown; absent: all. */
  readonly file: string | undefined;
  /** The row that is open beside the list. */
  readonly open: PlanItem | undefined;
  /** The file whose columns are being mapped, that is being corrected, or for which a storefront is being added. */
  readonly asking: {readonly what: 'mapping' | 'correct' | 'storefront'; readonly file: string} | undefined;
}

const atRest: IntakeView = {view: 'now', kind: undefined, file: undefined, open: undefined, asking: undefined};

export const useIntakeView = create<IntakeView>()(() => atRest);

export function forgetIntakeView(): void {
  useIntakeView.setState(atRest, true);
}
