import {readFileSync} from 'node:fs';
import type {BrowserContext, CDPSession, Page} from 'playwright';
import {makeCodec} from './codec.ts';
import type {FromPreload, ToPreload} from './messages.ts';
import {worldOfPage} from './world-of-page.ts';
import {worldOfPreload} from './world-of-preload.ts';

const preloadWorld = 'preload';

/** A page with a preload world of its own, and the wire to it. */
export interface PageLink {
  readonly page: Page;
  post(message: ToPreload): Promise<void>;
  /** Ends the page's process, as a crash would. */
  crash(): void;
}

export interface PageLinkOptions {
  /** The secret prefix of what crosses between the worlds. */
  readonly names: string;
  readonly preload: string;
  readonly processFacts: Readonly<Record<string, unknown>>;
  onMessage(message: FromPreload): void;
  /** A new document has come in the place of the old one. */
  onNewDocument(): void;
  /** Whether a navigation that the page began may go on. */
  mayNavigate(address: string, isMainFrame: boolean): boolean;
}

export async function openPage(context: BrowserContext, options: PageLinkOptions): Promise<PageLink> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await installWorlds(session, options);
  const world = await watchPreloadWorld(session, options);
  await guardNavigation(session, options);

  return {
    page,
    async post(message) {
      const executionContextId = world();
      if (executionContextId === null || page.isClosed()) return;
      // As an argument and not as a part of the source: megabytes that come through a port need no compiling.
      const functionDeclaration = `(text) => globalThis[${JSON.stringify(`${options.names}in`)}](text)`;
      const args = [{value: JSON.stringify(message)}];
      await session
        .send('Runtime.callFunctionOn', {executionContextId, functionDeclaration, arguments: args, silent: true})
        .catch(() => undefined);
    },
    crash() {
      void session.send('Page.crash').catch(() => undefined);
    },
  };
}

async function installWorlds(session: CDPSession, {names, preload, processFacts}: PageLinkOptions): Promise<void> {
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: alone(`(${worldOfPage.toString()})(${JSON.stringify(names)});`),
  });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: preloadWorld,
    source: alone(`
      if (window !== window.top) return;
      const process = ${JSON.stringify(processFacts)};
      const {require} = (${worldOfPreload.toString()})(${JSON.stringify(names)}, (${makeCodec.toString()})());
      const module = {exports: {}};
      const exports = module.exports;
      ${readFileSync(preload, 'utf8')}
    `),
  });
}

/** A script of its own scope; some compilers wrap every function in a call of `__name`, which pages do not have. */
function alone(source: string): string {
  return `(() => { const __name = (value) => value; ${source}\n})()`;
}

async function watchPreloadWorld(session: CDPSession, options: PageLinkOptions): Promise<() => number | null> {
  const {frameTree} = await session.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  let current: number | null = null;

  session.on('Runtime.executionContextCreated', ({context}) => {
    const frame = (context.auxData as {frameId?: string} | undefined)?.frameId;
    if (context.name !== preloadWorld || frame !== mainFrame) return;
    current = context.id;
    options.onNewDocument();
  });
  session.on('Runtime.bindingCalled', ({name, payload}) => {
    if (name === `${options.names}out`) options.onMessage(JSON.parse(payload) as FromPreload);
  });
  await session.send('Runtime.addBinding', {name: `${options.names}out`, executionContextName: preloadWorld});
  await session.send('Runtime.enable');
  return () => current;
}

async function guardNavigation(session: CDPSession, {mayNavigate}: PageLinkOptions): Promise<void> {
  const {frameTree} = await session.send('Page.getFrameTree');
  session.on('Fetch.requestPaused', ({requestId, request, frameId}) => {
    const goesOn = mayNavigate(request.url, frameId === frameTree.frame.id);
    const answered = goesOn
      ? session.send('Fetch.continueRequest', {requestId})
      : session.send('Fetch.failRequest', {requestId, errorReason: 'Aborted'});
    void answered.catch(() => undefined);
  });
  await session.send('Fetch.enable', {patterns: [{urlPattern: '*', resourceType: 'Document'}]});
}
