import {create} from 'zustand';
import type {Buyer, Order} from '#core/orders/schema.ts';
import type {OrderEntry} from './order-entry.ts';

/** A form that somebody has begun to fill in. */
export interface OrderDraft {
  /** The stored order that it changes; absent for an order that is still to be. */
  readonly edits?: {readonly order: Order; readonly buyer: Buyer};
  /** As it was opened. */
  readonly start: OrderEntry;
  readonly entry: OrderEntry;
  /** The number of a new order is proposed as long as nobody writes one. */
  readonly numberTyped: boolean;
  /** Saving was tried: from then on every field says what is wrong with it. */
  readonly tried: boolean;
  /** A number that was refused because another order has it. */
  readonly taken?: string;
  /** It was put away unfinished and is shown again. */
  readonly resumed: boolean;
}

interface OrderForms {
  readonly open: string | undefined;
  readonly drafts: Readonly<Record<string, OrderDraft>>;
}

const draftsMax = 20;

/**
 * The order forms of this window: one may be open, others wait for their owner to come back. They hold people's
 * addresses in the clear, so they are never kept beyond the window.
 */
export const useOrderForms = create<OrderForms>()(() => ({open: undefined, drafts: {}}));

/** How a form begins; `entry` where more is written in it than it starts from. */
type Beginning = Pick<OrderDraft, 'edits' | 'start'> & Partial<Pick<OrderDraft, 'entry' | 'numberTyped'>>;

/** Shows the form of that name as it was left, or else a new one. */
export function openForm(name: string, begin: Beginning): void {
  useOrderForms.setState(({drafts}) => {
    const left = drafts[name];
    const nothingTyped = {entry: begin.start, numberTyped: begin.edits !== undefined, tried: false, resumed: false};
    const fresh = {...nothingTyped, ...begin};
    const others = Object.entries(drafts).filter(([other]) => other !== name);
    const kept = Object.fromEntries(others.slice(1 - draftsMax));
    return {open: name, drafts: {...kept, [name]: left ? {...left, resumed: true} : fresh}};
  });
}

/** Puts the open form away. What was typed waits for its owner; true if anything was. */
export function closeForm(): boolean {
  const {open, drafts} = useOrderForms.getState();
  const draft = open === undefined ? undefined : drafts[open];
  if (open === undefined || !draft) return false;
  const keeps = isChanged(draft);
  if (!keeps) dropForm(open);
  useOrderForms.setState({open: undefined});
  return keeps;
}

/** Changes the open form. */
export function changeForm(change: (draft: OrderDraft) => OrderDraft): void {
  useOrderForms.setState(({open, drafts}) => {
    const draft = open === undefined ? undefined : drafts[open];
    return open === undefined || !draft ? {} : {drafts: {...drafts, [open]: change(draft)}};
  });
}

/** What was typed into the open form. */
export function typeInto(part: Partial<OrderEntry>): void {
  changeForm((draft) => ({...draft, entry: {...draft.entry, ...part}}));
}

/** Empties the open form to what it was opened with. */
export function beginAnew(): void {
  changeForm((draft) => {
    const {taken: _, ...rest} = draft;
    return {...rest, entry: draft.start, numberTyped: draft.edits !== undefined, tried: false, resumed: false};
  });
}

/** Done with: stored, or not wanted. */
export function dropForm(name: string): void {
  useOrderForms.setState(({open, drafts: {[name]: _, ...others}}) => {
    return {drafts: others, open: open === name ? undefined : open};
  });
}

/** For another shop: its forms are nobody else's. */
export function forgetForms(): void {
  useOrderForms.setState({open: undefined, drafts: {}});
}

export function isChanged({start, entry}: OrderDraft): boolean {
  return JSON.stringify(start) !== JSON.stringify(entry);
}
