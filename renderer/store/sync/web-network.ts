import type {Network} from './master-http.ts';

/** The browser's own. */
export const webNetwork: Network = {
  fetch: (url, request) => fetch(url, request),
  openSocket: (url, protocols) => new WebSocket(url, [...protocols]),
};
