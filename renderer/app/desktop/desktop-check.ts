import {create} from 'zustand';
import {type DesktopCheck, type PageSideCheckId, pageSideChecks} from '#core/shell/desktop-checks.ts';
import {desktop} from './desktop.ts';
import {checkPage} from './page-checks.ts';

interface DesktopCheckState {
  readonly checks: readonly DesktopCheck[] | 'running' | undefined;
  /** Asks the desktop and tries the page; nothing happens in a browser. */
  readonly run: () => Promise<void>;
}

/** The last "Check this desktop" of this window. */
export const useDesktopCheck = create<DesktopCheckState>()((set) => ({
  checks: undefined,
  run: async () => {
    if (!desktop) return;
    set({checks: 'running'});
    const asked = await desktop.call('desktop.check', {});
    const page = await checkPage(Object.keys(pageSideChecks) as PageSideCheckId[]);
    set({checks: [...(asked.ok ? asked.value : []), ...page]});
  },
}));
