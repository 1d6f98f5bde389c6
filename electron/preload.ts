import {contextBridge, ipcRenderer} from 'electron';
import type {Desktop, DesktopEvent} from '#core/shell/contract.ts';
import {ipcNames, type PreloadFacts} from './ipc-names.ts';

// The page gets these two functions and nothing else; what may be called is decided in the main process, by the contract.
const desktop: Desktop = {
  call: (channel, args) => ipcRenderer.invoke(ipcNames.call, channel, args),
  on: (listener) => {
    const heard = (_event: unknown, event: DesktopEvent): void => listener(event);
    ipcRenderer.on(ipcNames.event, heard);
    return () => {
      ipcRenderer.off(ipcNames.event, heard);
    };
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);

const facts: PreloadFacts = {sandboxed: process.sandboxed, contextIsolated: process.contextIsolated};
ipcRenderer.send(ipcNames.woke, facts);
