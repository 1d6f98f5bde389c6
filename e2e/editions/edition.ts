import type {Page} from 'playwright';

export const editionNames = ['browser', 'desktop'] as const;
export type EditionName = (typeof editionNames)[number];

export interface StartOptions {
  /** Asks for a demo shop of this many orders, by the address or the command line. */
  readonly demo?: number;
}

/** A file that a person was given. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Tradewind on the profile of one story, as a person has it: started, closed, killed and started again. */
export interface Edition {
  readonly name: EditionName;
  /** The folder in which everything of the story lies: Chromium's profile in `chromium`, the desktop's own files beside it. */
  readonly profile: string;
  /** Starts on the story's profile and gives its first window; after `close` or `kill` that is a restart. */
  start(options?: StartOptions): Promise<Page>;
  /** The window that `act` opens. */
  windowFrom(act: () => Promise<void>): Promise<Page>;
  /** The file that `act`, done in that window, brings to the person. */
  fileFrom(page: Page, act: () => Promise<void>): Promise<GivenFile>;
  close(): Promise<void>;
  /** Ends every process at once, by its id, as a power cut would. */
  kill(): Promise<void>;
}

/** Told of every page, before anything on it can have been missed. */
export type OnPage = (page: Page) => void;
