import {check, flag, integer, list, object, type Shaped} from '#core/lib/shape.ts';
import {type Remembered, remembered} from './remembered.ts';

const pixels = integer({min: -100_000, max: 100_000});

const windowShape = object({x: pixels, y: pixels, width: pixels, height: pixels, maximized: flag()});

/** Where one window was, in the system's own pixels, and whether it filled its display. */
export type WindowPlace = Shaped<typeof windowShape>;

const windowsMax = 16;

/** Windows have no names of their own: the first one open is number 0, a further one takes the smallest free number. */
export interface WindowMemory {
  placeOf(number: number): WindowPlace | null;
  remember(number: number, place: WindowPlace): void;
}

export function windowMemory(path: string): WindowMemory {
  const memory: Remembered<readonly WindowPlace[]> = remembered(path, list(windowShape, {max: windowsMax}), []);

  return {
    placeOf: (number) => memory.get()[number] ?? null,
    remember(number, place) {
      const places = memory.get();
      if (number >= windowsMax || !check(windowShape, place).ok) return;
      const length = Math.max(places.length, number + 1);
      memory.set(Array.from({length}, (_, at) => (at === number ? place : (places[at] ?? place))));
    },
  };
}
