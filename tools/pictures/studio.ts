import type {Browser} from 'playwright';

/** What pictures are taken with. */
export interface Studio {
  readonly browser: Browser;
  /** Where the built page is served. */
  readonly origin: string;
  /** Where the pictures go. */
  readonly folder: string;
}

export const languages = ['en-US', 'zh-CN'] as const;
export const themes = ['light', 'dark'] as const;

/** Enough to fill every list, and what the start page offers. */
export const demoOrders = 5_000;
