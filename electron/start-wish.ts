import {demoShape} from '#core/shell/contract.ts';
import {check, object, optional} from '#core/lib/shape.ts';

/** What whoever starts Tradewind may wish for. There are no other switches, and none that makes it less safe. */
export interface StartWish {
  /** Open a demonstration shop with this many orders. */
  readonly demoOrders?: number;
}

const wishShape = object({demoOrders: optional(demoShape)});

/** Reads `--demo N`; everything else on the command line, and a number that is none, is not for us. */
export function startWish(args: readonly string[]): StartWish {
  const at = args.lastIndexOf('--demo');
  const count = at < 0 ? '' : (args[at + 1] ?? '');
  return /^\d{1,6}$/.test(count) ? receivedWish({demoOrders: Number(count)}) : {};
}

/** A wish that another start of Tradewind handed over. */
export function receivedWish(wish: unknown): StartWish {
  const checked = check(wishShape, wish);
  return checked.ok ? checked.value : {};
}

/** Where a window with this wish begins. */
export function routeOf(wish: StartWish): string {
  return wish.demoOrders === undefined ? '/' : `/?demo=${wish.demoOrders}`;
}
