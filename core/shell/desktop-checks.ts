/**
 * "Check this desktop": what Tradewind relies on, and what it was tested with. A check that is not `ok` is not always a
 * failure; it is a difference from what was tested, told to whoever looks for the reason of another failure.
 */
export interface DesktopCheck {
  readonly id: DesktopCheckId;
  readonly ok: boolean;
  readonly found: string;
  readonly expected: string;
}

/** Answered by the desktop, with what was found where it was tested. */
export const desktopSideChecks = {
  electron: '45.4.1',
  chromium: '156',
  node: '>= 20.19',
  protocol: 'app',
  secureContext: 'true',
  nodeInPage: 'none',
  sandbox: 'true',
  contextIsolation: 'true',
  policy: 'present',
  secretStorage: 'available',
  profileWritable: 'true',
  diskAnswers: 'true',
  singleInstance: 'true',
  graphics: 'enabled',
  displayScale: '1 - 3',
} as const satisfies Readonly<Record<string, string>>;

/** Answered by the page, which alone can see them. */
export const pageSideChecks = {
  indexedDbKeeps: 'true',
  originPrivateFiles: 'true',
  workers: 'true',
  webLocks: 'true',
  printToPdf: 'true',
} as const satisfies Readonly<Record<string, string>>;

/** Every check with its expected value, in the order in which they are shown. */
export const expectedOfDesktop = {...desktopSideChecks, ...pageSideChecks} as const;

export type DesktopSideCheckId = keyof typeof desktopSideChecks;
export type PageSideCheckId = keyof typeof pageSideChecks;
export type DesktopCheckId = DesktopSideCheckId | PageSideCheckId;

/** A check whose finding is exactly what was expected, unless `passes` says otherwise. */
export function desktopCheck(
  id: DesktopCheckId,
  found: string,
  passes: boolean = found === expectedOfDesktop[id],
): DesktopCheck {
  return {id, ok: passes, found, expected: expectedOfDesktop[id]};
}
