import type {BridgeArgument, BridgeCall, BridgeReply, ExposedShape} from './messages.ts';

/**
 * Runs in the page's own world before its first script: builds what a preload exposes and carries calls over to it.
 * Stands alone: its source text is what runs. `names` is the secret prefix of the events between the two worlds.
 */
export function worldOfPage(names: string): void {
  if (window !== window.top) return;

  let last = 0;
  const callbacks = new Map<number, (...args: unknown[]) => void>();
  const waiting = new Map<number, {resolve: (value: unknown) => void; reject: (error: Error) => void}>();
  let reply: BridgeReply | null = null;

  function argument(value: unknown): BridgeArgument {
    if (typeof value !== 'function') return {form: 'value', value: structuredClone(value)};
    last += 1;
    callbacks.set(last, value as (...args: unknown[]) => void);
    return {form: 'callback', id: last};
  }

  function build(shape: ExposedShape): unknown {
    if (shape.form === 'value') return shape.value;
    if (shape.form === 'object') {
      return Object.freeze(
        Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, build(member)])),
      );
    }
    return (...args: unknown[]) => call(shape.id, args.map(argument));
  }

  function call(id: number, args: readonly BridgeArgument[]): unknown {
    last += 1;
    const detail: BridgeCall = {call: last, id, args};
    reply = null;
    window.dispatchEvent(new CustomEvent(`${names}call`, {detail}));
    const given = reply as BridgeReply | null;
    if (!given) throw new Error('The Electron stand-in lost its preload world');
    if (given.state === 'returned') return build(given.shape);
    if (given.state === 'threw') throw new Error(given.message);
    return new Promise((resolve, reject) => waiting.set(given.call, {resolve, reject}));
  }

  function settle(given: BridgeReply): void {
    const waiter = waiting.get(given.call);
    waiting.delete(given.call);
    if (given.state === 'resolved') waiter?.resolve(build(given.shape));
    if (given.state === 'rejected') waiter?.reject(new Error(given.message));
  }

  function hear<Detail>(name: string, listener: (detail: Detail) => void): void {
    window.addEventListener(names + name, (event) => listener((event as CustomEvent<Detail>).detail));
  }

  hear<BridgeReply>('reply', (given) => {
    if (given.state === 'resolved' || given.state === 'rejected') settle(given);
    else reply = given;
  });
  hear<{id: number; args: readonly unknown[]}>('callback', ({id, args}) => callbacks.get(id)?.(...args));
  hear<{name: string; shape: ExposedShape}>('expose', ({name, shape}) => {
    Object.defineProperty(window, name, {value: build(shape), enumerable: true, writable: false, configurable: false});
  });
}
