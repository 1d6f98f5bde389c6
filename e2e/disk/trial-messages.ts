/** What the page of the trials asks of its worker, and what it hears. */
export type ToTrial =
  | {readonly n: number; readonly run: 'promises'}
  /** The calls of one disk, the one that was given last. */
  | {readonly n: number; readonly call: TrialCall}
  /** Writes records to a journal and a marker, one after the other, for ever; tells of each answer as of `n`. */
  | {readonly n: number; readonly run: 'forever'};

export type TrialCall =
  | readonly ['read' | 'remove' | 'list', string]
  | readonly ['write', string, number, string]
  | readonly ['replace', string, string]
  | readonly ['freeBytes'];

export type FromTrial = {readonly n: number; readonly answer: unknown} | {readonly wants: 'disk'};

export interface TrialOutcome {
  readonly name: string;
  readonly found: unknown;
  readonly expected: unknown;
}

/** `window.trial` of that page. */
export interface Trial {
  promises(): Promise<readonly TrialOutcome[]>;
  /** The answer (bytes as text), or the kind of the failure. */
  call(...call: TrialCall): Promise<unknown>;
  /** Lets the worker write for ever; `answered` is the last record that was. */
  forever(): void;
  answered: number;
}
