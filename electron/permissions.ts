import {app, type Session, type WebContents} from 'electron';
import {isOurAddress} from './origin.ts';
import {isOurScale} from './scales.ts';

/** Copying out, not losing the shop when the disk runs full, and asking for a scale; a page of ours needs no other ability of the browser. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage', 'hid', 'serial']);

/** Refuses everything a page could ask of the computer beside the contract. */
export function denyByDefault(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(granted.has(permission) && details.isMainFrame && isOurAddress(details.requestingUrl));
  });
  session.setPermissionCheckHandler((contents, permission, _origin, details) => {
    return granted.has(permission) && details.isMainFrame && isOurAddress(details.requestingUrl ?? addressOf(contents));
  });
  session.setDevicePermissionHandler(isOurScale);

  session.on('will-download', (event, item, contents) => {
    const [, maker] = /^blob:(.+)$/.exec(item.getURL()) ?? [];
    if (maker === undefined || !isOurAddress(maker) || !isOurAddress(addressOf(contents))) event.preventDefault();
  });

  app.on('web-contents-created', (_event, contents) => keepInside(contents));
}

/** Our page stays our page: it neither leaves nor opens another. */
function keepInside(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({action: 'deny'}));
}

function addressOf(contents: WebContents | null): string {
  return contents && !contents.isDestroyed() ? contents.getURL() : '';
}
