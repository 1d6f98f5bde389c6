/** What a verb answers: an exit code and, unless it was used wrongly, the object to print, or one object for each line it reads. */
export interface Answer {
  /** 0 done, 1 done in part, 2 used wrongly. */
  readonly code: 0 | 1 | 2;
  readonly object?: object;
  readonly objects?: AsyncIterable<object>;
  /** What somebody who asked for help is told instead. */
  readonly help?: string;
  readonly complaint?: string;
}
