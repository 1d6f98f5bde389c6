import {app, Menu} from 'electron';
import type {DesktopEvent} from '#core/shell/contract.ts';
import {ipcNames} from './ipc-names.ts';
import type {Look} from './look.ts';
import {menuTemplate} from './menu-template.ts';
import {startAgain} from './recovery.ts';
import type {Windows} from './windows.ts';

/** Puts up the menu in the language of the moment; again whenever that changes. */
export function showMenu({windows, look}: {windows: Windows; look: Look}): void {
  const template = menuTemplate(
    {words: look.words().menu, platform: process.platform, withDeveloperTools: !app.isPackaged},
    {
      tell(command) {
        const event: DesktopEvent = {event: 'menu.command', command};
        windows.front()?.webContents.send(ipcNames.event, event);
      },
      newWindow: () => windows.open('/'),
      startAgain() {
        const window = windows.front();
        if (window) startAgain(window);
      },
    },
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
