import type {Menu, MenuItemConstructorOptions, NativeTheme, Net, Screen} from 'electron/main';
import type {Shell} from 'electron/common';
import {type Host, note} from './host.ts';
import {LoudEmitter, loud, notModelled} from './loud.ts';
import type {RequestHandler} from './page-server.ts';

type Template = Parameters<typeof Menu.buildFromTemplate>[0];

/** The application's menu as data, and a hand that chooses from it. */
export interface StandinMenu {
  readonly module: object;
  labels(): string[];
  /** Chooses the item with these labels, the outermost first; throws if there is none. */
  choose(...path: readonly string[]): void;
}

export function createMenu(): StandinMenu {
  let shown: Template = [];

  const members = {
    buildFromTemplate: (items: Template) => loud('Menu', {items}),
    setApplicationMenu(menu: {readonly items: Template} | null): void {
      shown = menu?.items ?? [];
    },
  } satisfies Record<keyof Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>, unknown>;

  const itemsOf = (items: Template, label: string): MenuItemConstructorOptions => {
    const found = items.find((item) => item.label === label);
    if (!found) throw new Error(`The menu has no ${label}: ${items.map((item) => item.label ?? item.role).join(', ')}`);
    return found as MenuItemConstructorOptions;
  };

  return {
    module: loud('Menu', members),
    labels: () => shown.map((item) => item.label ?? ''),
    choose(...path) {
      let items = shown;
      for (const [depth, label] of path.entries()) {
        const item = itemsOf(items, label);
        if (depth < path.length - 1) items = item.submenu as Template;
        else if (item.click) (item.click as () => void)();
        else throw notModelled(`the menu role ${item.role ?? label}`);
      }
    },
  };
}

class StandinTheme extends LoudEmitter implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'> {
  private source: NativeTheme['themeSource'] = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    this.source = source;
    this.emit('updated');
  }

  /** The imagined system is a light one. */
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}

export function createTheme(): StandinTheme {
  return new StandinTheme();
}

/** One display of 1920 x 1080 with a task bar of 40. */
export function createScreen(): object {
  const display = {
    id: 1,
    scaleFactor: 1,
    bounds: {x: 0, y: 0, width: 1920, height: 1080},
    workArea: {x: 0, y: 0, width: 1920, height: 1040},
  } satisfies Partial<Electron.Display>;
  const members = {
    getPrimaryDisplay: () => loud('Display', display),
    getAllDisplays: () => [loud('Display', display)],
  } satisfies Record<keyof Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>, unknown>;
  return loud('screen', members);
}

/** The network of the main process: our own addresses only. */
export function createNet(answer: RequestHandler): object {
  return loud('net', {
    async fetch(address) {
      const request = new Request(address instanceof URL ? address.href : address);
      if (/^https?:/.test(request.url)) throw notModelled(`net.fetch of ${request.url}`);
      return answer(request);
    },
  } satisfies Pick<Net, 'fetch'>);
}

export function createShell(host: Host): object {
  return loud('shell', {
    async openExternal(address) {
      note(host, 'openExternal', address);
    },
    showItemInFolder(path) {
      note(host, 'showItemInFolder', path);
    },
  } satisfies Pick<Shell, 'openExternal' | 'showItemInFolder'>);
}
