import {app, type BrowserWindow} from 'electron';
import {ok} from '#core/lib/result.ts';
import type {Answers} from './answer-call.ts';
import {checkDesktop} from './checks/check-desktop.ts';
import type {DiskPorts} from './disk/disk-ports.ts';
import {saveFile} from './files/save.ts';
import type {Look} from './look.ts';
import type {PrintingAnswers} from '#core/shell/print-desk.ts';
import type {Windows} from './windows.ts';

/** What the desktop does for each channel of the contract. */
export function desktopAnswers({
  windows,
  look,
  disk,
  printing,
  onLanguage,
}: {
  windows: Windows;
  look: Look;
  disk: DiskPorts;
  printing: PrintingAnswers;
  onLanguage: () => void;
}): Answers<BrowserWindow> {
  return {
    'app.info': () =>
      ok({
        edition: 'desktop',
        version: app.getVersion(),
        electron: process.versions.electron,
        chrome: process.versions.chrome,
        node: process.versions.node,
        platform: process.platform,
        arch: process.arch,
      }),
    'window.open': ({route}) => {
      windows.open(route ?? '/');
      return ok({});
    },
    'files.save': (file, window) => saveFile(window, file, look.words()),
    'desktop.check': async (_args, window) => ok(await checkDesktop(window.webContents, disk.disk)),
    'disk.open': (_args, window) => {
      disk.give(window.webContents);
      return ok({});
    },
    'theme.set': ({theme}) => {
      look.setTheme(theme);
      return ok({});
    },
    'shell.language': ({language}) => {
      look.setLanguage(language);
      onLanguage();
      return ok({});
    },
    ...printing,
  };
}
