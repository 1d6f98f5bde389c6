/** One window keeps an import at a time; hosts without locks have one window. */
const name = 'tradewind-intake';

export async function whileKeeping<T>(body: () => Promise<T>): Promise<T> {
  const locks = locksOfHost();
  return locks ? locks.request(name, body) : body();
}

/** Whether some window is keeping an import right now. */
export async function isBeingKept(): Promise<boolean> {
  const state = await locksOfHost()?.query();
  return state?.held?.some((lock) => lock.name === name) ?? false;
}

function locksOfHost(): LockManager | undefined {
  return (globalThis as {readonly navigator?: {readonly locks?: LockManager}}).navigator?.locks;
}
