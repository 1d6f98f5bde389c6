import {create} from 'zustand';
import {check, list, object, pattern} from '#core/lib/shape.ts';

export interface ToldView {
  /** The shapes that were chosen for channels that have several. */
  readonly shapes: readonly string[];
}

const beginning: ToldView = {shapes: []};

export const useToldView = create<ToldView>()(() => beginning);

export function forgetToldView(): void {
  useToldView.setState(beginning);
}

const kept = object({shapes: list(pattern(/^[a-z-]{2,40}$/), {max: 20})});

export function keptOf({shapes}: ToldView): Partial<ToldView> {
  return {shapes};
}

export function acceptKept(value: unknown): Partial<ToldView> {
  const checked = check(kept, value);
  return checked.ok ? checked.value : {};
}
