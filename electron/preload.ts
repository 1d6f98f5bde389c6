import {contextBridge, ipcRenderer} from 'electron';
import {type Desktop, type DesktopEvent, diskMessage} from '#core/shell/contract.ts';
import {ipcNames, type PreloadFacts} from './ipc-names.ts';

// The page gets these two functions, a port to the disk if it asks for one, and nothing else; what may be called is decided in the main process, by the contract.
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

// A port cannot cross the bridge between the two worlds of a page; a message of its window can bring it.
ipcRenderer.on(ipcNames.disk, (event) => {
  window.postMessage({tradewind: diskMessage}, window.location.origin, event.ports);
});

const facts: PreloadFacts = {sandboxed: process.sandboxed, contextIsolated: process.contextIsolated};
ipcRenderer.send(ipcNames.woke, facts);
