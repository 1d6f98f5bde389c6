/** A frame in which something was seen: how many frames after the question, and when it had been painted. */
export interface Seen {
  readonly frames: number;
  /** Milliseconds since the navigation began (`performance.timeOrigin`). */
  readonly at: number;
}

/**
 * Looks once in every frame, as late as a page can, and answers when that frame has been painted; undefined when
 * `timeoutMs` have passed in vain. Scroll events of a frame come before this, so what they draw at once counts as frame 1.
 */
export function untilFrame(right: () => boolean, timeoutMs: number): Promise<Seen | undefined> {
  const endsAt = performance.now() + timeoutMs;
  return new Promise((resolve) => {
    let frames = 0;
    const look = (): void => {
      frames += 1;
      const seen = frames;
      if (right()) void painted().then((at) => resolve({frames: seen, at}));
      else if (performance.now() > endsAt) resolve(undefined);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Times between frames, in milliseconds, as long as `forMs`; `each` is called in every one of them. */
export function framesFor(forMs: number, each: () => void = () => {}): Promise<number[]> {
  return new Promise((resolve) => {
    const gaps: number[] = [];
    let before: number | undefined;
    let endsAt = Number.POSITIVE_INFINITY;
    const frame = (at: number): void => {
      if (before === undefined) endsAt = at + forMs;
      else gaps.push(at - before);
      before = at;
      each();
      if (at < endsAt) requestAnimationFrame(frame);
      else resolve(gaps);
    };
    requestAnimationFrame(frame);
  });
}

/** The task after an animation frame's callbacks runs when the frame has been laid out and handed over. */
function painted(): Promise<number> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve(performance.now());
    });
    port1.start();
    port2.postMessage(null);
  });
}
