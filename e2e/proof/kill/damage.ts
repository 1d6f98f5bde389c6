import {
  cpSync,
  existsSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
  closeSync,
} from 'node:fs';
import path from 'node:path';

export const damages = ['torn', 'flipped', 'deleted', 'old copy'] as const;
export type Damage = (typeof damages)[number];

const tornBytes = 700;

/** Where Chromium keeps IndexedDB in a profile: one folder for each origin. */
function databases(profile: string): string {
  return path.join(profile, 'chromium', 'Default', 'IndexedDB');
}

/** A copy to be put back later. */
export function keepCopy(profile: string, place: string): void {
  rmSync(place, {recursive: true, force: true});
  if (existsSync(databases(profile))) cpSync(databases(profile), place, {recursive: true});
}

/** Does to the databases of a profile what kills, bad disks and people do. Says what was done, undefined where it could not be. */
export function damage(
  profile: string,
  what: Damage,
  {copy, dice}: {readonly copy: string; readonly dice: number},
): string | undefined {
  switch (what) {
    case 'torn': {
      const file = largest(databases(profile), /\.log$/);
      if (file === undefined || statSync(file).size <= tornBytes) return undefined;
      truncateSync(file, statSync(file).size - tornBytes);
      return `${path.basename(file)} cut by ${tornBytes} bytes`;
    }
    case 'flipped': {
      const file = largest(databases(profile), /\.(?:log|ldb)$/);
      if (file === undefined) return undefined;
      const at = Math.floor(dice * statSync(file).size);
      flip(file, at);
      return `a bit of ${path.basename(file)} flipped at ${at}`;
    }
    case 'deleted':
      rmSync(databases(profile), {recursive: true, force: true});
      return 'every database deleted';
    case 'old copy':
      if (!existsSync(copy)) return undefined;
      rmSync(databases(profile), {recursive: true, force: true});
      cpSync(copy, databases(profile), {recursive: true});
      return 'an old copy put back';
  }
}

function largest(folder: string, form: RegExp): string | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => form.test(name) && name.includes('leveldb'))
    .map((name) => path.join(folder, name));
  return files.sort((a, b) => statSync(b).size - statSync(a).size)[0];
}

function flip(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 0x40;
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}
