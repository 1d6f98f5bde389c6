import {expect, test} from '@playwright/test';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type DialogAnswer} from './host.ts';
import {launchDesktop, type StandinDesktop} from './desktop.ts';

// The stand-in is trusted by every other story, so what it promises is tried here with a main bundle of its own.

const main = `
const {app, BrowserWindow, dialog, ipcMain, MessageChannelMain, protocol, safeStorage} = require('electron');
const path = require('node:path');
const outcome = (work) => { try { return String(work()); } catch (error) { return error.message; } };
const early = outcome(() => protocol.handle('app', () => new Response('')));
protocol.registerSchemesAsPrivileged([{scheme: 'app', privileges: {standard: true, secure: true}}]);
process.on('uncaughtException', () => undefined);
app.whenReady().then(() => {
  protocol.handle('app', () => new Response('<h1>Label 7</h1>', {headers: {'content-type': 'text/html'}}));
  const window = new BrowserWindow({webPreferences: {preload: path.join(__dirname, 'preload.cjs')}});
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('break', () => { throw new RangeError('no paper'); });
  ipcMain.handle('function', () => () => 1);
  ipcMain.handle('dialog', () => dialog.showMessageBox({message: 'Really?'}));
  ipcMain.handle('print', () => window.webContents.printToPDF({pageSize: {width: 4, height: 6}}));
  ipcMain.handle('seal', (_event, text) => new Uint8Array(safeStorage.encryptString(text)));
  ipcMain.handle('unseal', (_event, bytes) => safeStorage.decryptString(Buffer.from(bytes)));
  const ends = [];
  const heardOfPorts = [];
  ipcMain.handle('port', () => {
    const {port1, port2} = new MessageChannelMain();
    const number = ends.push(port1);
    port1.postMessage({first: new Uint8Array([number])});
    port1.on('message', ({data}) => port1.postMessage({back: data}));
    port1.on('close', () => heardOfPorts.push('closed ' + number));
    port1.start();
    window.webContents.postMessage('port', {number}, [port2]);
  });
  ipcMain.handle('close port', (_event, number) => ends[number - 1].close());
  ipcMain.handle('heard of ports', () => heardOfPorts);
  ipcMain.handle('loud', () => [
    outcome(() => new MessageChannelMain().port1.postMessage(1, [new MessageChannelMain().port1])),
    outcome(() => new MessageChannelMain().port1.on('messageerror', () => undefined)),
    outcome(() => new MessageChannelMain().port1.postMessage(() => 1)),
    outcome(() => window.webContents.postMessage('port', null, [{}])),
    early,
    outcome(() => app.setBadgeCount(1)),
    outcome(() => require('electron').powerMonitor),
    outcome(() => window.on('sheet-begin', () => undefined)),
    outcome(() => new BrowserWindow({kiosk: true, webPreferences: {preload: 'x'}})),
    outcome(() => new BrowserWindow({webPreferences: {preload: 'x', sandbox: false}})),
    outcome(() => ipcMain.handle('echo', () => 1)),
  ]);
  window.loadURL('app://label/');
});
`;

const preload = `
const {contextBridge, ipcRenderer} = require('electron');
const refused = (work) => { try { work(); return 'done'; } catch (error) { return error.message; } };
contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  each: (listener) => { for (const value of [1, new Uint8Array([2])]) listener(value); },
});
ipcRenderer.on('port', (event, value) => window.postMessage({...value, count: event.ports.length}, window.location.origin, event.ports));
contextBridge.exposeInMainWorld('refusals', [
  refused(() => require('node:fs')),
  refused(() => ipcRenderer.sendSync('x')),
  refused(() => contextBridge.exposeInMainWorld('bridge', {})),
]);
`;

interface Bridge {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  each(listener: (value: unknown) => void): void;
}

let folder = '';
let desktop: StandinDesktop;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standin-'));
  mkdirSync(join(folder, 'dist/electron'), {recursive: true});
  writeFileSync(join(folder, 'package.json'), '{"name": "label", "version": "1.0.0"}');
  writeFileSync(join(folder, 'dist/electron/main.cjs'), main);
  writeFileSync(join(folder, 'dist/electron/preload.cjs'), preload);
});

test.afterEach(async () => {
  await desktop.close();
  rmSync(folder, {recursive: true});
});

async function launch(
  dialogAnswers: readonly DialogAnswer[] = [],
): Promise<(work: (bridge: Bridge) => unknown) => Promise<unknown>> {
  const mainBundle = join(folder, 'dist/electron/main.cjs');
  desktop = await launchDesktop({userData: join(folder, 'profile'), mainBundle, dialogAnswers});
  const page = await desktop.firstWindow();
  return (work) => page.evaluate(`(${work.toString()})(window.bridge)`);
}

test('values cross between page and desktop as structured clones', async () => {
  const inPage = await launch();

  const crossed = await inPage(async (bridge) => {
    const value = {
      bytes: new Uint8Array([0, 255]),
      when: new Date(0),
      large: 2n ** 70n,
      map: new Map([[1, new Set(['a'])]]),
      nothing: undefined,
      number: Number.NaN,
      $clone: 'number',
    };
    const back = (await bridge.invoke('echo', value)) as typeof value;
    const heard: string[] = [];
    bridge.each((each) => heard.push(Object.prototype.toString.call(each)));
    return [
      Object.entries(back).map(([name, each]) => `${name} ${Object.prototype.toString.call(each)}`),
      [[...back.bytes], back.when.getTime(), String(back.large), back.map.get(1)?.has('a'), back.number],
      heard,
    ];
  });

  expect(crossed).toEqual([
    [
      'bytes [object Uint8Array]',
      'when [object Date]',
      'large [object BigInt]',
      'map [object Map]',
      'nothing [object Undefined]',
      'number [object Number]',
      '$clone [object String]',
    ],
    [[0, 255], 0, '1180591620717411303424', true, Number.NaN],
    ['[object Number]', '[object Uint8Array]'],
  ]);
});

test("what goes wrong says so in Electron's words", async () => {
  const inPage = await launch();

  const said = await inPage(async (bridge) => {
    const sentence = async (work: () => Promise<unknown>): Promise<string> => {
      try {
        return `answered ${String(await work())}`;
      } catch (error) {
        return (error as Error).message;
      }
    };
    return [
      await sentence(() => bridge.invoke('nobody')),
      await sentence(() => bridge.invoke('break')),
      await sentence(() => bridge.invoke('dialog')),
      await sentence(() => bridge.invoke('function')),
      ...(window as unknown as {refusals: string[]}).refusals,
    ];
  });

  expect(said).toEqual([
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    "Error invoking remote method 'break': RangeError: no paper",
    "Error invoking remote method 'dialog': Error: The Electron stand-in met an unexpected dialog.showMessageBox (expected none)",
    expect.stringContaining('could not be cloned'),
    'module not found: node:fs',
    'The Electron stand-in does not model ipcRenderer.sendSync',
    'Cannot bind an API on top of an existing property on the window object',
  ]);
});

test('what is not modelled throws with its name', async () => {
  const inPage = await launch();

  expect(await inPage((bridge) => bridge.invoke('loud'))).toEqual([
    'The Electron stand-in does not model ports that travel through ports',
    "The Electron stand-in does not model the event 'messageerror' of MessagePortMain",
    'An object could not be cloned.',
    'Port at index 0 is not a valid port',
    'protocol.handle should be called after app is ready',
    'The Electron stand-in does not model app.setBadgeCount',
    'The Electron stand-in does not model electron.powerMonitor',
    "The Electron stand-in does not model the event 'sheet-begin' of BrowserWindow",
    'The Electron stand-in does not model the window option kiosk',
    'The Electron stand-in does not model pages outside the sandbox',
    "Attempted to register a second handler for 'echo'",
  ]);
});

test('a port of the desktop reaches the page through its preload, in order, and closes with its document', async () => {
  const inPage = await launch();
  const [page] = desktop.windows();

  const crossed = await inPage(async (bridge) => {
    const ported = async (): Promise<{port: MessagePort; note: unknown}> => {
      const brought = new Promise<MessageEvent>((resolve) => addEventListener('message', resolve, {once: true}));
      await bridge.invoke('port');
      const {data, ports, source, origin} = await brought;
      const note: unknown = [data, source === window, origin === location.origin];
      return {port: ports[0] as MessagePort, note};
    };
    const first = await ported();
    const heard: string[] = [];
    const told = (count: number): Promise<void> =>
      new Promise((resolve) => {
        first.port.onmessage = ({data}: MessageEvent<Record<string, unknown>>) => {
          const bytes = data['first'] ?? data['back'];
          heard.push(
            `${Object.keys(data).join()} ${Object.prototype.toString.call(bytes)} ${String(bytes).slice(0, 9)}`,
          );
          if (heard.length === count) resolve();
        };
      });
    for (const value of [new Uint8Array([7, 8]), new Uint8Array(2_000_000), 'text']) first.port.postMessage(value);
    await told(4);

    await bridge.invoke('close port', 1);
    first.port.postMessage('nobody hears');
    const second = await ported();
    (window as unknown as {kept: MessagePort}).kept = second.port;
    return [first.note, heard, second.note];
  });

  expect(crossed).toEqual([
    [{number: 1, count: 1}, true, true],
    [
      'first [object Uint8Array] 1',
      'back [object Uint8Array] 7,8',
      'back [object Uint8Array] 0,0,0,0,0',
      'back [object String] text',
    ],
    [{number: 2, count: 1}, true, true],
  ]);
  await page?.reload();
  await expect.poll(() => inPage((bridge) => bridge.invoke('heard of ports'))).toEqual(['closed 1', 'closed 2']);
});

test('a page becomes a PDF, an expected dialog is answered, and a secret outlives a relaunch', async () => {
  const first = await launch([{dialog: 'showMessageBox', answer: {response: 1}}]);
  const printed = await first(async (bridge) => {
    const bytes = (await bridge.invoke('print')) as Uint8Array;
    return String.fromCharCode(...bytes.subarray(0, 5));
  });
  expect(printed).toBe('%PDF-');
  expect(await first((bridge) => bridge.invoke('dialog'))).toEqual({response: 1});
  const sealed = (await first(async (bridge) => [...((await bridge.invoke('seal', 'key')) as Uint8Array)])) as number[];
  await desktop.close();

  await launch();
  const [page] = desktop.windows();
  const unsealed = await page?.evaluate(
    (bytes) => (window as unknown as {bridge: Bridge}).bridge.invoke('unseal', new Uint8Array(bytes)),
    sealed,
  );
  expect(unsealed).toBe('key');
});
