import {type ReactNode, useDeferredValue} from 'react';

/**
 * Shows something a moment after what stands around it, in work that gives way to whoever clicks or types: together with its frame a whole
 * page would keep the window busy for longer than a hand notices.
 */
export function InTurn({children}: {readonly children: ReactNode}): ReactNode {
  const isTurn = useDeferredValue(true, false);
  return isTurn ? children : null;
}
