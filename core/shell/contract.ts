import type {Fault} from '../faults.ts';
import {check, integer, object, oneOf, optional, pattern, type Shape} from '../lib/shape.ts';
import {fail, ok, type Result} from '../lib/result.ts';
import type {DesktopCheck} from './desktop-checks.ts';
import {type PrintingCalls, printingChecks} from './printing-calls.ts';

/** What the desktop is made of; the browser edition has no desktop and therefore no such answer. */
export interface AppInfo {
  readonly edition: 'desktop';
  /** Of the application, of its two engines. */
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  /** As Node names them: `win32`, `darwin`, `linux`; `x64`, `arm64`. */
  readonly platform: string;
  readonly arch: string;
}

/** By the ending of its name; beside what is made here (`tradewind` is a backup), what sellers brought and want back. */
export const fileKinds = ['pdf', 'csv', 'json', 'tsv', 'txt', 'xlsx', 'xls', 'tradewind'] as const;
export type FileKind = (typeof fileKinds)[number];

/** More than this is not asked of one file: a label for every parcel of a very large day is about half of it. */
export const fileBytesMax = 256 * 1024 * 1024;

export interface FileToSave {
  /** A proposal; the desktop takes away what a file system cannot bear, and the person may choose another. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
}

/** `name` is the file's name without its folder: where people keep their files is not the page's business. */
export type SavedFile = {readonly outcome: 'saved'; readonly name: string} | {readonly outcome: 'cancelled'};

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export const shellLanguages = ['en', 'zh-CN'] as const;
export type ShellLanguage = (typeof shellLanguages)[number];

type Nothing = Readonly<Record<never, never>>;

/** Everything the page may ask of the desktop. A channel that is not here is refused. */
export interface Contract extends PrintingCalls {
  readonly 'app.info': {readonly args: Nothing; readonly answer: AppInfo};
  /** `route` is a place inside the application, beginning with one slash. */
  readonly 'window.open': {readonly args: {readonly route?: string}; readonly answer: Nothing};
  readonly 'files.save': {readonly args: FileToSave; readonly answer: SavedFile};
  /** The desktop's own half of "Check this desktop"; the page adds its half. */
  readonly 'desktop.check': {readonly args: Nothing; readonly answer: readonly DesktopCheck[]};
  /** Gives the page a port to this desk's disk, by a message of its window; one given before is closed. */
  readonly 'disk.open': {readonly args: Nothing; readonly answer: Nothing};
  readonly 'theme.set': {readonly args: {readonly theme: Theme}; readonly answer: Nothing};
  /** The language of menus, dialogs and of the page shown when ours cannot be. */
  readonly 'shell.language': {readonly args: {readonly language: ShellLanguage}; readonly answer: Nothing};
}

export type Channel = keyof Contract;
export type ArgsOf<C extends Channel> = Contract[C]['args'];
export type AnswerOf<C extends Channel> = Contract[C]['answer'];

/** What a menu asks of the page in front. Opening windows and editing text are the desktop's own work and not told. */
export const menuCommands = ['palette', 'search', 'keys', 'settings', 'undo', 'checkDesktop'] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the desktop tells a page without being asked. */
export type DesktopEvent =
  | {readonly event: 'menu.command'; readonly command: MenuCommand}
  /** What `printing.desk` answers is another than before. */
  | {readonly event: 'printing.changed'};

/** What the message carries that brings the port of `disk.open` into the page: ports cannot cross as answers. */
export const diskMessage = 'disk';

/** `window.desktop`, in the desktop's pages only. A refused or failed call is an answer; `call` rejects only for bugs. */
export interface Desktop {
  call<C extends Channel>(channel: C, args: ArgsOf<C>): Promise<Result<AnswerOf<C>>>;
  /** Hears every event until the returned function is called. */
  on(listener: (event: DesktopEvent) => void): () => void;
}

/** One slash and then none, so that a route can never name another host. */
const routeForm = /^\/(?![/\\])[\w\-./~%?=&]{0,500}$/;

const nameForm = /^[^\0]{1,300}$/su;

const fileShape = object({name: pattern(nameForm), kind: oneOf(fileKinds)});

/** Bytes are taken apart by hand: a shape would walk through every one of them. */
function checkFile(args: unknown): Result<FileToSave> {
  if (typeof args !== 'object' || args === null || !('bytes' in args)) return misshapen('bytes', 'missing');
  const {bytes, ...rest} = args;
  if (!(bytes instanceof Uint8Array)) return misshapen('bytes', 'invalid_type');
  if (bytes.byteLength > fileBytesMax) return fail('desktop.file_too_large', {bytesMax: fileBytesMax});

  const file = check(fileShape, rest);
  return file.ok ? ok({...file.value, bytes}) : file;
}

function misshapen(path: string, problem: string): {readonly ok: false; readonly fault: Fault} {
  return fail('core.bad_shape', {path, problem});
}

function shaped<T>(shape: Shape<T>): (args: unknown) => Result<T> {
  return (args) => check(shape, args);
}

const checks: {readonly [C in Channel]: (args: unknown) => Result<ArgsOf<C>>} = {
  'app.info': shaped(object({})),
  'window.open': shaped(object({route: optional(pattern(routeForm))})),
  'files.save': checkFile,
  'desktop.check': shaped(object({})),
  'disk.open': shaped(object({})),
  'theme.set': shaped(object({theme: oneOf(themes)})),
  'shell.language': shaped(object({language: oneOf(shellLanguages)})),
  ...printingChecks,
};

/** Whether a name that came from a page is one of the contract's. */
export function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && Object.hasOwn(checks, name);
}

/** The arguments if they are what the channel takes, else `core.bad_shape` or `desktop.file_too_large`. */
export function checkArgs<C extends Channel>(channel: C, args: unknown): Result<ArgsOf<C>> {
  return checks[channel](args);
}

/** The largest shop the demonstration makes. */
export const demoOrdersMax = 200_000;

/** How many orders a demonstration shop is to have, asked for on the command line. */
export const demoShape = integer({min: 1, max: demoOrdersMax});
