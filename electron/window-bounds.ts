export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Below this a window cannot show an order without cutting it. */
export const smallestWindow = {width: 900, height: 600} as const;

const firstWindow = {width: 1440, height: 900} as const;

/** How much of a window must be on a display for a hand to find and drag it. */
const grip = {width: 120, height: 40} as const;

/**
 * Where a window goes: where it was, if a person could still reach it there; else in the middle of the first display.
 * Never larger than the display it is on. `workAreas` are the displays without their task bars, the first one first.
 */
export function placeWindow(remembered: Bounds | null, workAreas: readonly [Bounds, ...Bounds[]]): Bounds {
  const home = remembered && workAreas.find((area) => isReachable(remembered, area));
  if (!home) return centred(remembered ?? firstWindow, workAreas[0]);

  const width = clamp(remembered.width, smallestWindow.width, home.width);
  const height = clamp(remembered.height, smallestWindow.height, home.height);
  return {
    x: clamp(remembered.x, home.x - width + grip.width, home.x + home.width - grip.width),
    y: clamp(remembered.y, home.y, home.y + home.height - grip.height),
    width,
    height,
  };
}

function isReachable(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const titleBarIsInside = window.y >= area.y - grip.height && window.y <= area.y + area.height - grip.height;
  return across >= grip.width && titleBarIsInside;
}

function centred(size: {readonly width: number; readonly height: number}, area: Bounds): Bounds {
  const width = clamp(size.width, smallestWindow.width, area.width);
  const height = clamp(size.height, smallestWindow.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/** `most` wins where it is below `least`: a window larger than its display would lose its edges. */
function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
