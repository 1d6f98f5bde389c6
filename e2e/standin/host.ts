import type {BrowserContext, CDPSession} from 'playwright';

/** One line of what the application asked of its surroundings: windows, dialogs, refusals. */
export interface LogEntry {
  readonly what: string;
  readonly detail: unknown;
}

/** A dialog that is expected, and what the person does in it. */
export interface DialogAnswer {
  readonly dialog: 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox';
  readonly answer: object;
}

export interface Chromium {
  readonly context: BrowserContext;
  /** The whole browser's wire. Kept open: what is set over it, such as permissions, holds as long as it does. */
  readonly control: CDPSession;
  readonly version: string;
}

/** What the modelled modules share: the log, the profile, and Chromium once it runs. */
export interface Host {
  readonly userData: string;
  readonly appPath: string;
  readonly preloadNames: string;
  readonly log: LogEntry[];
  /** Resolves when Chromium runs; windows made before wait for it. */
  readonly chromium: Promise<Chromium>;
  /** True after `close` or `kill`: nothing may touch the profile any more. */
  isOver: boolean;
}

export function note(host: Host, what: string, detail: unknown): void {
  host.log.push({what, detail});
}
