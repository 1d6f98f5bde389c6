import {useEffect, useLayoutEffect, useRef} from 'react';
import {type Action, type Layer, type Scope, actions} from './actions.ts';

/**
 * The component's actions, as long as it stands on the screen. The list may be a new one at each drawing; what counts is
 * the latest. An open dialog calls this with `dialog`, even without actions, so that nothing beneath it is reached.
 */
export function useKeys(scope: Scope, bindings: readonly Action[]): void {
  const layer = useRef<Layer>({scope, actions: bindings});

  useLayoutEffect(() => {
    layer.current.actions = bindings;
  }, [bindings]);

  useEffect(() => {
    const mine = {scope, actions: layer.current.actions};
    layer.current = mine;
    return actions.add(mine);
  }, [scope]);
}
