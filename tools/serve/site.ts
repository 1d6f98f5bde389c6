import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';

/** One file of the built page, ready to be sent. */
export interface SiteFile {
  readonly body: Buffer;
  readonly type: string;
  /** True where the file's name changes with its content, so that a browser may keep it for ever. */
  readonly hashed: boolean;
}

/** The built page: what can be asked for, by the path of its address. Nothing outside this list can be reached. */
export type Site = ReadonlyMap<string, SiteFile>;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Where the build puts files whose names carry a hash of their content. */
const hashedPrefix = '/assets/';

/**
 * Reads the built page into memory, so that a window which is open keeps its build while a newer one is written over it.
 * Rejects when the folder cannot be read.
 */
export async function loadSite(folder: string): Promise<Site> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, SiteFile]> => {
        const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
        const type = types[path.extname(file)] ?? 'application/octet-stream';
        return [address, {body: await readFile(file), type, hashed: address.startsWith(hashedPrefix)}];
      }),
    ),
  );
}
