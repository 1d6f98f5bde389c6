import {type DesktopCheck, type PageSideCheckId, desktopCheck} from '#core/shell/desktop-checks.ts';

/** The page's half of "Check this desktop": tried for real, each answered with what was found. */
export async function checkPage(ids: readonly PageSideCheckId[]): Promise<readonly DesktopCheck[]> {
  return Promise.all(ids.map(async (id) => desktopCheck(id, await found(id))));
}

async function found(id: PageSideCheckId): Promise<string> {
  try {
    return String(await tries[id]());
  } catch (error) {
    return error instanceof Error ? error.name : 'failed';
  }
}

const tries: Readonly<Record<PageSideCheckId, () => Promise<boolean> | boolean>> = {
  indexedDbKeeps: async () => (await navigator.storage.persisted()) || (await navigator.storage.persist()),
  originPrivateFiles: async () => {
    const root = await navigator.storage.getDirectory();
    const name = 'tradewind-check';
    await root.getFileHandle(name, {create: true});
    await root.removeEntry(name);
    return true;
  },
  workers: () => typeof Worker === 'function',
  webLocks: () => navigator.locks.request('tradewind-check', () => true),
  printToPdf: () => typeof window.print === 'function',
};
