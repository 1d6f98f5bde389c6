import {useStorageNews} from './storage-stores.ts';

function storage(): StorageManager | undefined {
  return (globalThis as {readonly navigator?: {readonly storage?: StorageManager}}).navigator?.storage;
}

/** Asks the browser to keep what is stored: once, when there begins to be something to lose. */
export async function askToKeep(): Promise<void> {
  const persisted = await storage()?.persist?.();
  useStorageNews.setState({persisted});
}

/** Looks whether it was promised, and asks nothing. */
export async function lookWhetherKept(): Promise<void> {
  const persisted = await storage()?.persisted?.();
  useStorageNews.setState({persisted});
}
