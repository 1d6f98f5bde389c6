import type {EventEmitter} from 'node:events';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import {compileFunction} from 'node:vm';
import {notModelled} from './loud.ts';

export interface MainOptions {
  /** The bundle of the main process, as it is shipped. */
  readonly path: string;
  readonly electron: object;
  /** What follows the program's name on its command line. */
  readonly args: readonly string[];
  /** Read when asked: Chromium's version is known only when it runs. */
  readonly versions: () => {readonly electron: string; readonly chrome: string};
  /** Where its listeners on `process` are kept; what is emitted here is what happens to that process. */
  readonly processEvents: EventEmitter;
  onExit(code: number): void;
}

/**
 * Runs the real main bundle as Electron would: with its own `process` and with `require('electron')` meaning the
 * stand-in. What it hangs on `process` stays with it; its uncaught errors are the test's.
 */
export function loadMain(options: MainOptions): void {
  const requireFile = createRequire(options.path);
  const itsProcess = processFor(options);
  const itsRequire = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/main') return options.electron;
    if (name === 'process' || name === 'node:process') return itsProcess;
    if (name.startsWith('.')) throw notModelled(`a main bundle of several files (${name})`);
    return requireFile(name);
  };
  const module = {exports: {}};
  const run = compileFunction(
    readFileSync(options.path, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname', 'process'],
    {filename: options.path},
  ) as (...args: unknown[]) => void;
  run(module.exports, itsRequire, module, options.path, dirname(options.path), itsProcess);
}

function processFor({path, args, versions, processEvents, onExit}: MainOptions): NodeJS.Process {
  const own: Readonly<Record<string, () => unknown>> = {
    argv: () => ['tradewind', path, ...args],
    type: () => 'browser',
    versions: () => ({...process.versions, ...versions()}),
    exit: () => (code?: number) => onExit(code ?? 0),
    on: () => processEvents.on.bind(processEvents),
    once: () => processEvents.once.bind(processEvents),
  };
  return new Proxy(process, {
    get(real, key): unknown {
      const made = typeof key === 'string' ? own[key] : undefined;
      if (made) return made();
      const value: unknown = Reflect.get(real, key);
      return typeof value === 'function' ? (value.bind(real) as unknown) : value;
    },
  });
}
