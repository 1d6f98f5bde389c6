import {readFileSync} from 'node:fs';
import {check, type Shape} from '#core/lib/shape.ts';
import {writeWholeNow} from './files/write-whole.ts';

/** Something small that the desktop itself remembers between starts; never business data. */
export interface Remembered<T> {
  get(): T;
  /** A disk that refuses is no reason to stop working: then the next start finds what was there before. */
  set(value: T): void;
}

/** Reads once. A file that is missing, torn or of another shape counts as `first`: it is a comfort, not a truth. */
export function remembered<T>(path: string, shape: Shape<T>, first: NoInfer<T>): Remembered<T> {
  let value = read(path, shape) ?? first;

  return {
    get: () => value,
    set(next) {
      value = next;
      try {
        writeWholeNow(path, `${JSON.stringify(next, null, 2)}\n`);
      } catch {
        return;
      }
    },
  };
}

function read<T>(path: string, shape: Shape<T>): T | null {
  try {
    const checked = check(shape, JSON.parse(readFileSync(path, 'utf8')));
    return checked.ok ? checked.value : null;
  } catch {
    return null;
  }
}
