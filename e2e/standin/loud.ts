import {EventEmitter} from 'node:events';

/** Asked for by runtimes and test tools of every object; their absence is an answer. */
const probes: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  '__esModule',
  'default',
  'inspect',
  'nodeType',
  'domain',
]);

/** The same object, except that reading a member it does not have throws with that member's name instead of `undefined`. */
export function loud<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'symbol' || key in object || probes.has(key)) return Reflect.get(object, key, receiver);
      throw notModelled(`${name}.${key}`);
    },
  });
}

/** Says that real Electron has something which this stand-in has not. */
export function notModelled(what: string): Error {
  return new Error(`The Electron stand-in does not model ${what}`);
}

/**
 * An emitter of known events and known members: listening for another event would wait for ever, and so throws, as does
 * reading another member. Everything made from it is the guarded object itself, so that `this` is one identity.
 */
export class LoudEmitter extends EventEmitter {
  private readonly emitterName: string;
  private readonly modelled: ReadonlySet<string | symbol>;

  constructor(emitterName: string, modelled: readonly string[]) {
    super();
    this.emitterName = emitterName;
    this.modelled = new Set(modelled);
    return loud(emitterName, this);
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    if (!this.modelled.has(event)) throw notModelled(`the event '${String(event)}' of ${this.emitterName}`);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    if (!this.modelled.has(event)) throw notModelled(`the event '${String(event)}' of ${this.emitterName}`);
    return super.once(event, listener as (...args: unknown[]) => void);
  }
}

/** An event object whose `preventDefault` is heard: returns whether a listener called it. */
export function emitPreventable(
  emitter: EventEmitter,
  name: string,
  details: object,
  ...more: readonly unknown[]
): boolean {
  let isPrevented = false;
  const event = {
    ...details,
    get defaultPrevented() {
      return isPrevented;
    },
    preventDefault() {
      isPrevented = true;
    },
  };
  emitter.emit(name, event, ...more);
  return isPrevented;
}
