import type {Codec} from './codec.ts';
import type {BridgeArgument, BridgeCall, BridgeReply, ExposedShape, FromPreload, ToPreload} from './messages.ts';

/** What a sandboxed preload script is given. */
export interface PreloadModules {
  readonly require: (name: string) => unknown;
}

type Listener = (...args: unknown[]) => void;

/**
 * Runs in the isolated world of a page, around its preload script: `ipcRenderer`, `contextBridge` and the little
 * `require` of a sandbox. Stands alone, like `worldOfPage`.
 */
export function worldOfPreload(names: string, codec: Codec): PreloadModules {
  let last = 0;
  const exposed = new Map<number, Listener>();
  const exposedNames = new Set<string>();
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, {resolve: (value: unknown) => void; reject: (error: Error) => void}>();
  const ports = new Map<number, MessagePort>();
  const world = globalThis as unknown as Record<string, (text: string) => void>;

  function loud<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get(object, key): unknown {
        if (typeof key === 'symbol' || key in object) return Reflect.get(object, key);
        throw new Error(`The Electron stand-in does not model ${name}.${key}`);
      },
    });
  }

  function post(message: FromPreload): void {
    world[`${names}out`]?.(JSON.stringify(message));
  }

  function without(channel: string, listener: Listener): void {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((candidate) => candidate !== listener),
    );
  }

  const ipcRenderer = loud('ipcRenderer', {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        last += 1;
        post({kind: 'invoke', id: last, channel, args: args.map(codec.encode)});
        waiting.set(last, {resolve, reject});
      });
    },
    send(channel: string, ...args: unknown[]): void {
      post({kind: 'send', channel, args: args.map(codec.encode)});
    },
    on(channel: string, listener: Listener): unknown {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener): unknown {
      without(channel, listener);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener): unknown {
      without(channel, listener);
      return ipcRenderer;
    },
  });

  /** A port of Chromium's own, whose other end stays here and relays. */
  function portFor(id: number): MessagePort {
    const {port1, port2} = new MessageChannel();
    ports.set(id, port1);
    port1.onmessage = ({data, ports: carried}) => {
      if (carried.length > 0) throw new Error('The Electron stand-in does not model ports that travel through ports');
      post({kind: 'port', id, value: codec.encode(data)});
    };
    return port2;
  }

  world[`${names}in`] = (text) => {
    const message = JSON.parse(text) as ToPreload;
    if (message.kind === 'message') {
      const args = message.args.map(codec.decode);
      const event = {sender: ipcRenderer, ports: message.ports.map(portFor)};
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...args);
      return;
    }
    if (message.kind === 'port') return ports.get(message.id)?.postMessage(codec.decode(message.value));
    if (message.kind === 'portClosed') {
      ports.get(message.id)?.close();
      ports.delete(message.id);
      return;
    }
    const waiter = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') waiter?.resolve(codec.decode(message.value));
    else waiter?.reject(new Error(message.message));
  };

  function shapeOf(value: unknown): ExposedShape {
    if (typeof value === 'function') {
      last += 1;
      exposed.set(last, value as Listener);
      return {form: 'function', id: last};
    }
    const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    if (!isPlain) return {form: 'value', value};
    return {
      form: 'object',
      members: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)])),
    };
  }

  /** What a call gives back: a value as it is, but a function (to unsubscribe, say) by number. */
  function replyShape(value: unknown): ExposedShape {
    return typeof value === 'function' ? shapeOf(value) : {form: 'value', value};
  }

  function dispatch(name: string, detail: object): void {
    window.dispatchEvent(new CustomEvent(names + name, {detail}));
  }

  const contextBridge = loud('contextBridge', {
    exposeInMainWorld(name: string, api: unknown): void {
      if (exposedNames.has(name)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      exposedNames.add(name);
      dispatch('expose', {name, shape: shapeOf(api)});
    },
  });

  function received(argument: BridgeArgument): unknown {
    if (argument.form === 'value') return argument.value;
    return (...args: unknown[]) => dispatch('callback', {id: argument.id, args});
  }

  window.addEventListener(`${names}call`, (event) => {
    const {call, id, args} = (event as CustomEvent<BridgeCall>).detail;
    const reply = (given: BridgeReply): void => dispatch('reply', given);
    const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
    try {
      const value: unknown = (exposed.get(id) as (...given: unknown[]) => unknown)(...args.map(received));
      if (!(value instanceof Promise)) return reply({call, state: 'returned', shape: replyShape(value)});
      reply({call, state: 'pending'});
      void value.then(
        (resolved: unknown) => reply({call, state: 'resolved', shape: replyShape(resolved)}),
        (error: unknown) => reply({call, state: 'rejected', message: sentence(error)}),
      );
    } catch (error) {
      reply({call, state: 'threw', message: sentence(error)});
    }
  });

  const electron = loud('electron (of a sandboxed preload)', {ipcRenderer, contextBridge});
  return {
    require(name) {
      if (name === 'electron' || name === 'electron/renderer') return electron;
      throw new Error(`module not found: ${name}`);
    },
  };
}
