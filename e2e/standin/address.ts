/**
 * Debian's Chromium knows no schemes of ours. A page of `app://tradewind` therefore lives at
 * `http://tradewind.app.localhost`: the same origin at every start whatever port answers, and a secure context, because
 * browsers trust every name below `localhost`.
 */
export function toWeb(address: string): string {
  return address.replace(
    /^(blob:)?(?!https?:|file:|about:|data:|blob:|chrome)([a-z][a-z\d+-]*):\/\/([^/?#]*)/i,
    (_whole, blob, scheme, host) => {
      return `${blob ?? ''}http://${host}.${scheme}.localhost`;
    },
  );
}

export function toApp(address: string): string {
  return address.replace(
    /^(blob:)?http:\/\/([^/?#]+)\.([a-z][a-z\d+-]*)\.localhost(?=[/?#]|$)/i,
    (_whole, blob, host, scheme) => {
      return `${blob ?? ''}${scheme}://${host}`;
    },
  );
}
