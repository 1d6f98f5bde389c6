import {protocol} from 'electron';
import {randomBytes} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import type {ShellLanguage} from '#core/shell/contract.ts';
import {securityHeaders} from '#core/shell/headers.ts';
import {withNonce} from '#core/shell/page.ts';
import {appScheme, isOurAddress, stoppedPath} from './origin.ts';
import {servedFile} from './served-file.ts';
import {stoppedPage} from './stopped-page.ts';

/** Tells Chromium what our addresses are worth; only before the application is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: {standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true},
    },
  ]);
}

/** Serves `app://tradewind` from the folder of the built page, and nothing from anywhere else. */
export function servePage({root, language}: {root: string; language: () => ShellLanguage}): void {
  protocol.handle(appScheme, async (request) => {
    if (!isOurAddress(request.url)) return refused(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);

    const address = new URL(request.url);
    if (address.pathname === stoppedPath) return page((nonce) => stoppedPage(language(), nonce));

    const file = servedFile(root, address);
    const bytes = file && (await readFile(file.path).catch(() => null));
    if (!file || !bytes) return refused(404);
    if (file.mediaType.startsWith('text/html')) return page((nonce) => withNonce(bytes.toString('utf8'), nonce));
    return new Response(new Uint8Array(bytes), {headers: {...securityHeaders(), 'content-type': file.mediaType}});
  });
}

/** A page gets a nonce of its own each time, so that one seen before admits nothing. */
function page(html: (nonce: string) => string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html(nonce), {
    headers: {...securityHeaders({nonce}), 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store'},
  });
}

function refused(status: 404 | 405): Response {
  return new Response(null, {status, headers: securityHeaders()});
}
