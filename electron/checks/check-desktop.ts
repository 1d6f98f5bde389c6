import {app, net, protocol, safeStorage, screen, type WebContents} from 'electron';
import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {type Disk, DiskError} from '#core/journal/disk.ts';
import {type DesktopCheck, desktopCheck, expectedOfDesktop} from '#core/shell/desktop-checks.ts';
import {errorCode} from '../files/error-code.ts';
import {writeWhole} from '../files/write-whole.ts';
import {appOrigin, appScheme} from '../origin.ts';
import {preloadFacts} from '../serve.ts';

/** The desktop's half of "Check this desktop", in the order in which it is shown. `contents` is the page that asks. */
export async function checkDesktop(contents: WebContents, disk: Disk): Promise<readonly DesktopCheck[]> {
  return [
    ...engines(),
    desktopCheck('protocol', protocol.isProtocolHandled(appScheme) ? appScheme : 'none'),
    ...(await page(contents)),
    await policy(),
    await secretStorage(),
    await profileWritable(),
    await diskAnswers(disk),
    desktopCheck('singleInstance', String(app.hasSingleInstanceLock())),
    graphics(),
    displayScale(),
  ];
}

function engines(): DesktopCheck[] {
  const {electron, chrome, node} = process.versions;
  return [
    desktopCheck('electron', electron),
    desktopCheck('chromium', chrome, chrome.split('.')[0] === expectedOfDesktop.chromium),
    desktopCheck('node', node, isAtLeast(node, [20, 19])),
  ];
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}

async function page(contents: WebContents): Promise<DesktopCheck[]> {
  const isSecure: unknown = await contents.executeJavaScript('globalThis.isSecureContext');
  const nodeInPage: unknown = await contents.executeJavaScript(
    `['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis).join(' ')`,
  );
  const facts = preloadFacts(contents);
  return [
    desktopCheck('secureContext', String(isSecure)),
    desktopCheck('nodeInPage', nodeInPage === '' ? 'none' : String(nodeInPage)),
    desktopCheck('sandbox', String(facts?.sandboxed)),
    desktopCheck('contextIsolation', String(facts?.contextIsolated)),
  ];
}

async function policy(): Promise<DesktopCheck> {
  const response = await net.fetch(`${appOrigin}/`);
  return desktopCheck('policy', response.headers.has('content-security-policy') ? 'present' : 'missing');
}

/** On Linux without a key ring, Chromium keeps secrets under a password that everybody knows: that counts as none. */
async function secretStorage(): Promise<DesktopCheck> {
  const isAvailable = await safeStorage.isAsyncEncryptionAvailable();
  const place = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
  const isSafe = isAvailable && place !== 'basic_text';
  return desktopCheck('secretStorage', isSafe ? `available (${place})` : `not available (${place})`, isSafe);
}

/** Writes, brings to the disk, reads and removes a small file where the shop's data is kept. */
async function profileWritable(): Promise<DesktopCheck> {
  const path = join(app.getPath('userData'), 'write-check');
  const bytes = new TextEncoder().encode(new Date().toISOString());
  try {
    await writeWhole(path, bytes);
    const read = await readFile(path);
    await rm(path);
    return desktopCheck('profileWritable', String(read.equals(bytes)));
  } catch (error) {
    return desktopCheck('profileWritable', errorCode(error));
  }
}

/** Writes a small file where journals are kept, adds to it, reads it back and removes it. */
async function diskAnswers(disk: Disk): Promise<DesktopCheck> {
  const path = `check/${process.pid}`;
  const bytes = new TextEncoder().encode(new Date().toISOString());
  try {
    await disk.replace(path, bytes.subarray(0, 5));
    await disk.write(path, 5, bytes.subarray(5));
    const read = await disk.read(path);
    await disk.remove(path);
    return desktopCheck('diskAnswers', String(read !== undefined && Buffer.from(read).equals(bytes)));
  } catch (error) {
    return desktopCheck('diskAnswers', error instanceof DiskError ? error.kind : errorCode(error));
  }
}

function graphics(): DesktopCheck {
  const found = app.getGPUFeatureStatus().gpu_compositing;
  return desktopCheck('graphics', found, found.startsWith('enabled'));
}

function displayScale(): DesktopCheck {
  const {scaleFactor} = screen.getPrimaryDisplay();
  return desktopCheck('displayScale', String(scaleFactor), scaleFactor >= 1 && scaleFactor <= 3);
}
