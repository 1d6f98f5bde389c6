import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {must} from '#core/lib/assert.ts';
import {root} from '../tidy/tree.ts';
import {runBuilder} from './builder.ts';
import {readConfiguration} from './configuration.ts';
import {electronCanBeHad, electronVersion} from './electron-at-hand.ts';
import {complaintsAbout} from './expectations.ts';
import type {Fuses} from './fuses.ts';
import {rehearse} from './rehearsal.ts';

const packingMs = 20 * 60_000;

/**
 * Packs what the build left in `dist/`. Always packs once around a stub, because that shows what goes in; then makes this
 * platform's real packages in `release/` where Electron can be downloaded, unless `--rehearse` asks for no more.
 */
async function main(options: readonly string[]): Promise<number> {
  if (!existsSync(join(root, 'dist', 'build.json'))) {
    console.error('There is nothing to pack: dist/ is empty. `npm run dist` builds first.');
    return 1;
  }
  const version = electronVersion();
  const configuration = await readConfiguration(root);
  console.log('electron-builder.yml is valid.');

  const packed = await rehearse(root, version);
  const fuses: Fuses = must(configuration.electronFuses, 'electron-builder.yml sets the fuses');
  const complaints = complaintsAbout(packed, fuses);
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) return 1;
  console.log(`app.asar: ${packed.files.length} files, ${(packed.archiveBytes / 1_000_000).toFixed(2)} MB.`);
  console.log(
    `Fuses: ${Object.entries(fuses)
      .map(([name, state]) => `${name} ${state ? 'on' : 'off'}`)
      .join(', ')}.`,
  );

  if (options.includes('--rehearse')) {
    console.log('Rehearsed with a stub, as asked: nothing that starts was made.');
    return 0;
  }
  if (!(await electronCanBeHad(version))) {
    console.log(`Rehearsed with a stub: Electron's binary cannot be had here, so nothing that starts was made.`);
    return 0;
  }
  console.log(await runBuilder(root, [], packingMs));
  console.log('The packages of this platform are in release/.');
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
