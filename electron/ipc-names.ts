/** The only names that cross between preload and main. Calls carry a channel of the contract inside. */
export const ipcNames = {
  call: 'desktop:call',
  event: 'desktop:event',
  /** Brings the page's port to the disk. */
  disk: 'desktop:disk',
  /** Said once by each preload: what kind of process it woke up in. */
  woke: 'desktop:woke',
} as const;

/** What a preload can see of its own process and nobody outside can. */
export interface PreloadFacts {
  readonly sandboxed: boolean;
  readonly contextIsolated: boolean;
}
