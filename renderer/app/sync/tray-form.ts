import type {ComponentType} from 'react';

/** A form in which a change that was not taken is changed and done again. Features bring theirs; the tray shows them. */
export interface TrayFormProps {
  /** Of the item in the tray: what is left unfinished in its form is found again by it. */
  readonly id: string;
  /** What was asked. */
  readonly args: unknown;
  /** It was done again. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Forms by the names of the changes they are for. */
export type TrayForms = Readonly<Record<string, ComponentType<TrayFormProps>>>;
