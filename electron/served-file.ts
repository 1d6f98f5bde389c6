import {extname, join, sep} from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

export interface ServedFile {
  readonly path: string;
  readonly mediaType: string;
}

/**
 * The file below `root` that an address of ours means, or null if it means none. A path without an extension is a place
 * inside the application, which is one page. Never names a file outside `root`: dots, backslashes, NUL and encoded
 * separators are refused, whatever the address parser has already folded.
 */
export function servedFile(root: string, address: URL): ServedFile | null {
  if (/%(?:2f|5c|00)/i.test(address.pathname)) return null;
  const path = decoded(address.pathname);
  if (path === null || path.includes('\\') || path.includes(':')) return null;

  const parts = path.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.'))) return null;

  const name = extname(path) === '' ? ['index.html'] : parts;
  const mediaType = mediaTypes[extname(name.at(-1) ?? '').toLowerCase()];
  const file = join(root, ...name);
  return mediaType !== undefined && file.startsWith(root + sep) ? {path: file, mediaType} : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
