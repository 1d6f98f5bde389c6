import {expect} from '@playwright/test';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {_electron} from 'playwright';
import {expectedOfDesktop} from '#core/shell/desktop-checks.ts';
import {test} from './standin/tiny-desktop.ts';

const root = resolve(import.meta.dirname, '..');

test('the page is trusted by the browser and has two functions of the desktop, nothing of Node', async ({open}) => {
  const {page} = await open();

  const found = await page.evaluate(() => ({
    isSecure: isSecureContext,
    nodeNames: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
    bridge: Object.entries(window.desktop).map(([name, value]) => `${name}: ${typeof value}`),
    isFrozen: Object.isFrozen(window.desktop),
  }));

  expect(found).toEqual({
    isSecure: true,
    nodeNames: [],
    bridge: ['call: function', 'on: function'],
    isFrozen: true,
  });
});

test('the desktop says what it is', async ({open}) => {
  const {page} = await open();

  expect(await page.evaluate(() => window.desktop.call('app.info', {}))).toEqual({
    ok: true,
    value: {
      edition: 'desktop',
      version: '9.8.7',
      electron: '45.4.1',
      chrome: expect.stringMatching(/^\d+\.\d+/),
      node: process.versions.node,
      platform: process.platform,
      arch: process.arch,
    },
  });
});

test('the page comes with a policy that stops scripts nobody shipped, and a nonce that never repeats', async ({
  open,
}) => {
  const {page} = await open();

  const policies = await page.evaluate(() =>
    Promise.all([1, 2].map(async () => (await fetch('/')).headers.get('content-security-policy'))),
  );
  expect(policies[0]).toContain("default-src 'none'");
  expect(policies[0]).not.toEqual(policies[1]);
  expect(await page.evaluate(() => 'inlineRan' in window)).toBe(false);
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(11, 110, 127)');

  const violation = await page.evaluate(() => {
    const seen = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    });
    const script = document.createElement('script');
    script.textContent = 'window.injectedRan = true';
    document.body.append(script);
    return seen;
  });
  expect(violation).toBe('script-src-elem');
  expect(await page.evaluate(() => 'injectedRan' in window)).toBe(false);
});

test('no address leads out of the folder of the page', async ({open}) => {
  const {page} = await open();

  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/../package.json', '/..%2f..%2fpackage.json', '/assets/..%5c..%5cpackage.json', '/electron/main.cjs'].map(
        async (address) => (await fetch(address)).status,
      ),
    ),
  );

  expect(statuses).toEqual([404, 404, 404, 404]);
});

test('the page neither leaves nor opens another', async ({open}) => {
  const {desktop, page} = await open();
  const address = page.url();

  await page.evaluate(() => {
    location.href = 'https://evil.example/';
  });
  await expect.poll(() => desktop.log.filter(({what}) => what === 'navigation refused')).toHaveLength(1);
  await page.evaluate(() => void window.open('https://evil.example/'));
  await expect.poll(() => desktop.log.filter(({what}) => what === 'popup refused')).toHaveLength(1);

  expect([page.url(), desktop.windows().length]).toEqual([address, 1]);
});

test('the page may copy and keep its data, and is given nothing else of the computer', async ({open}) => {
  const {page} = await open();

  const states = await page.evaluate(async () => {
    const names = ['clipboard-write', 'persistent-storage', 'clipboard-read', 'notifications', 'geolocation'];
    const query = async (name: string): Promise<string> =>
      (await navigator.permissions.query({name: name as PermissionName})).state;
    return Promise.all(names.map(query));
  });

  expect(states).toEqual(['granted', 'granted', 'denied', 'denied', 'denied']);

  // Chromium takes media keys away from every other program as soon as a page makes a sound, unless it is told before it starts.
  const control = await page.context().browser()?.newBrowserCDPSession();
  const {commandLine} = (await control?.send('SystemInfo.getInfo')) ?? {};
  expect(commandLine).toMatch(/--disable-features=\S*HardwareMediaKeyHandling,MediaSessionService/);
});

test('the page may download what it made itself, and nothing else', async ({open}) => {
  const {desktop, page} = await open();

  await page.evaluate(() => {
    const download = (href: string, name: string): void => {
      const link = Object.assign(document.createElement('a'), {href, download: name});
      document.body.append(link);
      link.click();
    };
    download('data:text/csv,a;b', 'foreign.csv');
    download(URL.createObjectURL(new Blob(['a;b'])), 'own.csv');
  });

  await expect
    .poll(() => desktop.log.filter(({what}) => what.startsWith('download')).map(({what, detail}) => [what, detail]))
    .toEqual([
      ['download refused', 'foreign.csv'],
      ['download', 'own.csv'],
    ]);
});

test('a frame inside the page gets no bridge, and no answer if it had one', async ({open}) => {
  const {desktop, page} = await open();
  await page.evaluate(() => document.body.append(document.createElement('iframe')));
  const [, frame] = page.frames();
  if (!frame) throw new Error('the page has no frame');

  expect(await frame.evaluate(() => 'desktop' in window)).toBe(false);
  expect(await desktop.invokeFrom(frame, 'desktop:call', 'app.info', {})).toEqual({
    ok: false,
    fault: {code: 'desktop.not_our_page', values: {}},
  });
});

test('unknown wishes and garbage are refused, and what cannot be sent is not', async ({open}) => {
  const {page} = await open();

  const codes = await page.evaluate(async () => {
    const call = window.desktop.call as (channel: unknown, args: unknown) => Promise<{fault?: {code: string}}>;
    const wishes: [unknown, unknown][] = [
      ['app.quit', {}],
      ['__proto__', {}],
      [7, {}],
      ['theme.set', {theme: 'sepia'}],
      ['window.open', {route: '//evil.example'}],
      ['files.save', {name: 'x.pdf', kind: 'pdf', bytes: [1]}],
      ['app.info', undefined],
    ];
    return Promise.all(wishes.map(async ([channel, args]) => (await call(channel, args)).fault?.code));
  });

  expect(codes).toEqual([
    'desktop.unknown_channel',
    'desktop.unknown_channel',
    'desktop.unknown_channel',
    'core.bad_shape',
    'core.bad_shape',
    'core.bad_shape',
    'core.bad_shape',
  ]);
});

test('a file is written as it was made, where the person said, with nothing beside it', async ({userData, open}) => {
  const {desktop, page} = await open();
  const folder = join(userData, 'documents');
  await mkdir(folder);
  const filePath = join(folder, 'day.pdf');
  desktop.expectDialog({dialog: 'showSaveDialog', answer: {canceled: false, filePath}});

  const saved = await page.evaluate(() => {
    const bytes = Uint8Array.from({length: 70_000}, (_, at) => at % 256);
    return window.desktop.call('files.save', {name: '../labels: 23 Nov.pdf', kind: 'pdf', bytes});
  });

  expect(saved).toEqual({ok: true, value: {outcome: 'saved', name: 'day.pdf'}});
  expect(readdirSync(folder)).toEqual(['day.pdf']);
  expect(readFileSync(filePath)).toEqual(Buffer.from(Uint8Array.from({length: 70_000}, (_, at) => at % 256)));
  expect(desktop.log.find(({what}) => what === 'dialog.showSaveDialog')?.detail).toMatchObject({
    defaultPath: join(userData, 'downloads', 'labels 23 Nov.pdf'),
  });
});

test('a file that is not saved says so', async ({userData, open}) => {
  const {desktop, page} = await open();
  const save = (): Promise<unknown> =>
    page.evaluate(() => window.desktop.call('files.save', {name: 'x.csv', kind: 'csv', bytes: new Uint8Array(3)}));

  desktop.expectDialog({dialog: 'showSaveDialog', answer: {canceled: true, filePath: ''}});
  expect(await save()).toEqual({ok: true, value: {outcome: 'cancelled'}});

  const filePath = join(userData, 'no such folder', 'x.csv');
  desktop.expectDialog({dialog: 'showSaveDialog', answer: {canceled: false, filePath}});
  expect(await save()).toEqual({
    ok: false,
    fault: {code: 'desktop.file_not_saved', values: {reason: 'ENOENT'}},
  });
});

test('the menu speaks the language of the page and tells the page in front', async ({open}) => {
  const {desktop, page} = await open();
  expect(desktop.menu.labels()).toContain('Help');

  await page.evaluate(() => window.desktop.call('shell.language', {language: 'zh-CN'}));
  desktop.menu.choose('帮助', '检查此电脑');

  await expect
    .poll(() => page.evaluate(() => window.heard))
    .toEqual([{event: 'menu.command', command: 'checkDesktop'}]);
});

test('a page that stops listening hears no more', async ({open}) => {
  const {desktop, page} = await open();
  await page.evaluate(() => {
    const stop = window.desktop.on(() => window.heard.push({event: 'menu.command', command: 'search'}));
    stop();
  });
  desktop.menu.choose('Help', 'Keyboard shortcuts');

  await expect.poll(() => page.evaluate(() => window.heard)).toEqual([{event: 'menu.command', command: 'keys'}]);
});

test('a second start hands its wish over and goes', async ({launch, open}) => {
  const {desktop} = await open();
  const focused = (): number => desktop.log.filter(({what}) => what === 'focus').length;
  const before = focused();

  const second = await launch();
  expect(second.exitCode()).toBe(0);
  await expect.poll(focused).toBeGreaterThan(before);
  expect(desktop.windows()).toHaveLength(1);

  const third = await launch({args: ['--demo', '5000']});
  expect(third.exitCode()).toBe(0);
  const pages = await desktop.waitForWindow(2);
  expect(pages.map((page) => new URL(page.url()).search)).toContain('?demo=5000');
});

test('a demonstration shop opens in the first window', async ({open}) => {
  const {page} = await open({args: ['--demo', '200']});

  expect(new URL(page.url()).search).toBe('?demo=200');
});

test('the desktop checks itself and names what differs from what was tested', async ({open}) => {
  const {page} = await open();

  const checked = await page.evaluate(() => window.desktop.call('desktop.check', {}));

  // Which Chromium stands in for Electron's is the machine's business: another one is a difference, and named.
  const major = /Chrome\/(\d+)/.exec(await page.evaluate(() => navigator.userAgent))?.[1];
  const others = major === expectedOfDesktop.chromium ? [] : [['chromium', expect.stringMatching(`^${major}\\.`)]];
  expect(checked.ok && checked.value.filter((check) => !check.ok).map(({id, found}) => [id, found])).toEqual([
    ...others,
    ['graphics', 'disabled_software'],
  ]);
  expect(checked.ok && checked.value.length).toBe(15);
});

test('a real Electron starts, loads the page and answers app.info', async ({appFolder, userData}) => {
  // Asked of the folder: requiring the package would try to fetch the program.
  const folder = join(root, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  const executablePath = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8').trim()) : '';
  test.skip(!existsSync(executablePath), 'no Electron');

  const electron = await _electron.launch({
    executablePath,
    args: [appFolder, `--user-data-dir=${userData}`, ...(process.platform === 'linux' ? ['--no-sandbox'] : [])],
  });
  const page = await electron.firstWindow();
  await expect(page.locator('body[data-ready]')).toBeAttached();

  expect(page.url()).toBe('app://tradewind/');
  expect(await page.evaluate(() => window.desktop.call('app.info', {}))).toMatchObject({
    ok: true,
    value: {edition: 'desktop', version: '9.8.7'},
  });
  await electron.close();
});
