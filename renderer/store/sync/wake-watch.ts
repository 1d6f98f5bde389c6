const lookMs = 5_000;
/** A timer that comes so much too late was asleep with its machine. */
const sleptMs = 20_000;

/** Calls `woken` when the network is back or the machine has slept. Answers how to stop. */
export function watchWaking(woken: () => void): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (Math.abs(now - last - lookMs) > sleptMs) woken();
    last = now;
  }, lookMs);
  globalThis.addEventListener?.('online', woken);
  return () => {
    clearInterval(timer);
    globalThis.removeEventListener?.('online', woken);
  };
}
