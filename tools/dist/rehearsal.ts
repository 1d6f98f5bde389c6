import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {filesInArchive} from './asar.ts';
import {runBuilder} from './builder.ts';
import {type Fuses, freshWire, fusesOf} from './fuses.ts';

/** What came out of packing: the files of the archive, its size, and the fuses of the binary beside it. */
export interface Packed {
  readonly files: readonly string[];
  readonly archiveBytes: number;
  readonly fuses: Fuses;
}

const builderMs = 120_000;

/**
 * Packs `folder` around a stub instead of Electron, with no download: everything electron-builder does to our own files
 * is real, nothing can be started. The result is read and thrown away.
 */
export async function rehearse(folder: string, electronVersion: string): Promise<Packed> {
  const work = mkdtempSync(join(tmpdir(), 'tradewind-rehearsal-'));
  try {
    const stub = join(work, 'electron');
    writeStub(stub, electronVersion);
    const options = [
      '--linux',
      'dir',
      '--x64',
      `-c.electronDist=${stub}`,
      `-c.electronVersion=${electronVersion}`,
      `-c.directories.output=${join(work, 'release')}`,
    ];
    await runBuilder(folder, options, builderMs);
    return readPacked(join(work, 'release', 'linux-unpacked'));
  } finally {
    rmSync(work, {recursive: true});
  }
}

/** The part of Electron's folder that electron-builder reads and changes. */
function writeStub(stub: string, electronVersion: string): void {
  mkdirSync(join(stub, 'resources'), {recursive: true});
  mkdirSync(join(stub, 'locales'));
  writeFileSync(join(stub, 'electron'), freshWire(), {mode: 0o755});
  writeFileSync(join(stub, 'version'), electronVersion);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) writeFileSync(join(stub, name), '');
}

function readPacked(folder: string): Packed {
  const archive = readFileSync(join(folder, 'resources', 'app.asar'));
  return {
    files: filesInArchive(archive),
    archiveBytes: archive.length,
    fuses: fusesOf(readFileSync(join(folder, 'tradewind'))),
  };
}
