import type {MenuItemConstructorOptions} from 'electron';
import type {MenuCommand} from '#core/shell/contract.ts';
import type {Words} from './words.ts';

export interface MenuActions {
  /** Hands a command to the page in front. */
  tell(command: MenuCommand): void;
  newWindow(): void;
  startAgain(): void;
}

export interface MenuOptions {
  readonly words: Words['menu'];
  readonly platform: NodeJS.Platform;
  readonly withDeveloperTools: boolean;
}

const line: MenuItemConstructorOptions = {type: 'separator'};

/** The application's menu. Keys that the page hears itself are shown, not registered, so that nothing runs twice. */
export function menuTemplate(options: MenuOptions, actions: MenuActions): MenuItemConstructorOptions[] {
  const {words, platform} = options;
  const isMac = platform === 'darwin';
  const told = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.tell(command),
    ...(accelerator === undefined ? {} : {accelerator, registerAccelerator: false}),
  });
  const settings = told(words.settings, 'settings', 'CmdOrCtrl+,');

  const application: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      {role: 'about', label: words.about},
      line,
      settings,
      line,
      {role: 'hide', label: words.hide},
      {role: 'hideOthers', label: words.hideOthers},
      {role: 'unhide', label: words.unhide},
      line,
      {role: 'quit', label: words.quit},
    ],
  };

  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [
      {label: words.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow},
      ...(isMac ? [] : [line, settings]),
      line,
      {role: 'close', label: words.closeWindow},
      ...(isMac ? [] : [{role: 'quit', label: words.quit} as const]),
    ],
  };

  return [
    ...(isMac ? [application] : []),
    file,
    edit(words, told),
    view(options, actions, told),
    {role: 'window', label: words.window, submenu: [{role: 'minimize', label: words.minimize}]},
    help(options, told),
  ];
}

type Told = (label: string, command: MenuCommand, accelerator?: string) => MenuItemConstructorOptions;

function edit(words: Words['menu'], told: Told): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      {role: 'undo', label: words.undo},
      {role: 'redo', label: words.redo},
      line,
      {role: 'cut', label: words.cut},
      {role: 'copy', label: words.copy},
      {role: 'paste', label: words.paste},
      {role: 'selectAll', label: words.selectAll},
      line,
      told(words.undoChange, 'undo'),
    ],
  };
}

function view({words, withDeveloperTools}: MenuOptions, actions: MenuActions, told: Told): MenuItemConstructorOptions {
  return {
    label: words.view,
    submenu: [
      told(words.search, 'search'),
      told(words.palette, 'palette', 'CmdOrCtrl+K'),
      line,
      {role: 'resetZoom', label: words.actualSize},
      {role: 'zoomIn', label: words.zoomIn},
      {role: 'zoomOut', label: words.zoomOut},
      {role: 'togglefullscreen', label: words.fullScreen},
      line,
      {label: words.startAgain, click: actions.startAgain},
      ...(withDeveloperTools ? [{role: 'toggleDevTools', label: words.developerTools} as const] : []),
    ],
  };
}

function help({words, platform}: MenuOptions, told: Told): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: words.help,
    submenu: [
      told(words.keys, 'keys'),
      told(words.checkDesktop, 'checkDesktop'),
      ...(platform === 'darwin' ? [] : [line, {role: 'about', label: words.about} as const]),
    ],
  };
}
