import type {ComponentType} from 'react';
import type {Outcome} from '#core/sync/replica.ts';

/** A form in which a change that was not taken is changed and done again. Features bring theirs; the tray shows them. */
export interface TrayFormProps {
  /** Of the item in the tray: what is left unfinished in its form is found again by it. */
  readonly id: string;
  /** What was asked. */
  readonly args: unknown;
  /** It was done again, or refused again. The tray says which, and offers the way back for the change and for its item at once. */
  readonly onDone: (outcome: Outcome) => void;
  readonly onClose: () => void;
}

/** Forms by the names of the changes they are for. */
export type TrayForms = Readonly<Record<string, ComponentType<TrayFormProps>>>;
