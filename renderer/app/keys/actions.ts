import {assert} from '#core/lib/assert.ts';
import type {WordKey} from '../words/resources.ts';
import {type Chord, chordsOf, isSingleKey} from './chord.ts';
import type {Found} from './sequence.ts';

/** Where an action lives. The innermost wins a key; while a dialog is open, nothing around it can be reached. */
export const scopes = ['app', 'page', 'panel', 'dialog'] as const;
export type Scope = (typeof scopes)[number];

/**
 * Something a person can do, declared once: its key works, the palette lists it, the sheet of keys and tooltips name it.
 * `keys` are chords as in `Chord`, in sequences with a space: `h`, `g o`, `Ctrl+K`; of several, the first is shown.
 */
export interface Action {
  /** As in `orders.hold`; one of each id per scope. */
  readonly id: string;
  readonly word: WordKey;
  /** Under which heading the sheet of keys shows it. */
  readonly section: WordKey;
  readonly keys?: string | readonly string[];
  /** Whether it can be done now; asked when a key is pressed or a list is drawn. */
  readonly when?: () => boolean;
  /** False for movement and the like, which makes no sense as a line of the palette. */
  readonly inPalette?: boolean;
  /** Acts before any part of the page can use the key for itself: a list of choices takes Ctrl+Enter for Enter. */
  readonly comesFirst?: boolean;
  readonly run: () => void;
}

/** The actions of one component; it may exchange them as long as it stands. */
export interface Layer {
  readonly scope: Scope;
  actions: readonly Action[];
}

/** All that can be done at this moment, by whichever components stand on the screen. */
export class Actions {
  readonly #layers: Layer[] = [];

  /** Adds a layer above those of its scope; the returned function takes it away. */
  add(layer: Layer): () => void {
    for (const action of layer.actions) assertBeginsNothing(action, layer.actions);
    this.#layers.push(layer);
    return () => {
      const at = this.#layers.indexOf(layer);
      if (at !== -1) this.#layers.splice(at, 1);
    };
  }

  /** What can be done now, innermost first; each key and each id once. */
  available(): readonly Action[] {
    const ids = new Set<string>();
    return this.#reachable().filter((action) => {
      if (ids.has(action.id) || action.when?.() === false) return false;
      ids.add(action.id);
      return true;
    });
  }

  /** The keys of an action as declared, the first of several; null for none or an unknown id. */
  keysOf(id: string): string | null {
    const action = this.#layers.flatMap((layer) => layer.actions).find((each) => each.id === id);
    return (action && keysOfAction(action)[0]) ?? null;
  }

  /** Finds what a row of chords is bound to. With `singleKeys` off, plain characters are bound to nothing. */
  find(chords: readonly Chord[], singleKeys: boolean): Found<Action> {
    if (!singleKeys && chords.some(isSingleKey)) return {kind: 'nothing'};
    const typed = chords.join(' ');
    let begins = false;
    for (const action of this.#reachable()) {
      for (const keys of keysOfAction(action)) {
        if (keys === typed && action.when?.() !== false) return {kind: 'bound', to: action};
        begins ||= keys.startsWith(`${typed} `);
      }
    }
    return begins ? {kind: 'begins'} : {kind: 'nothing'};
  }

  #reachable(): Action[] {
    const dialog = this.#layers.findLast((layer) => layer.scope === 'dialog');
    if (dialog) return [...dialog.actions];
    const inner = (scope: Scope) => this.#layers.filter((layer) => layer.scope === scope).toReversed();
    return scopes.toReversed().flatMap((scope) => inner(scope).flatMap((layer) => layer.actions));
  }
}

/** Of this window. */
export const actions = new Actions();

export function keysOfAction({keys}: Action): readonly string[] {
  if (keys === undefined) return [];
  return typeof keys === 'string' ? [keys] : keys;
}

function assertBeginsNothing(action: Action, all: readonly Action[]): void {
  for (const keys of keysOfAction(action)) {
    const cut = all.some((other) => keysOfAction(other).some((longer) => longer.startsWith(`${keys} `)));
    assert(!cut, `${keys} of ${action.id} begins another sequence, which could never be finished`);
    assert(
      chordsOf(keys).every((chord) => chord !== ''),
      `${keys} of ${action.id} has one space between chords`,
    );
  }
}
