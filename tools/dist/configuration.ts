import {createRequire} from 'node:module';
import type {Configuration} from 'electron-builder';

// The builder's own library, wherever npm has put it.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const {getConfig, validateConfiguration}: typeof import('app-builder-lib/out/util/config/config.js') = fromBuilder(
  'app-builder-lib/out/util/config/config.js',
);
const {DebugLogger}: typeof import('builder-util') = fromBuilder('builder-util');

/** What `electron-builder.yml` of a folder says. Throws with the builder's own words when its schema refuses it. */
export async function readConfiguration(folder: string): Promise<Configuration> {
  const configuration = await getConfig(folder, null, null);
  await validateConfiguration(configuration, new DebugLogger(false));
  return configuration;
}
