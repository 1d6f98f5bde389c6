// For ever: browsers keep a page's databases under this origin, so another name would be another, empty shop.
export const appScheme = 'app';
export const appHost = 'tradewind';
export const appOrigin = `${appScheme}://${appHost}`;

/** Served from memory when the page itself cannot run. */
export const stoppedPath = '/stopped.html';

/** Whether an address is ours. Node says "null" for the origin of such addresses, so protocol and host are compared. */
export function isOurAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const {protocol, host, username, password} = new URL(address);
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
}

/** What is needed of the frame that sent a message; it is null when the frame was gone before the message came. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** Whether a message comes from our own page itself, not from a frame inside it. */
export function isOurPage(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isOurAddress(frame.url);
}
