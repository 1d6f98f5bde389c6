import {createRequire} from 'node:module';

const patienceMs = 5_000;

/** The version of Electron this checkout is built for. */
export function electronVersion(): string {
  const {version}: {version: string} = createRequire(import.meta.url)('electron/package.json');
  return version;
}

/** Whether Electron's binaries can be downloaded from here; asks its list of sums, for a few seconds at most. */
export async function electronCanBeHad(version: string): Promise<boolean> {
  const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(patienceMs),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
