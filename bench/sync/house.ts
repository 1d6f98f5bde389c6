import {rmSync} from 'node:fs';
import {build} from 'vite';
import {inRoot} from '../../tools/run/places.mjs';
import {buildPages} from '../grid/build-pages.ts';
import {workFolder} from '../grid/places.ts';
import {serveProduct} from '../grid/product.ts';
import {type RunningMaster, runningMaster} from '../master/running-master.ts';
import {PeerSite} from './peers/peer-site.ts';
import {pageFolder, pageSource} from './places.ts';

/** Everything that sides need beside a browser: the built application, the peers' page and servers, the shipped master. */
export interface House {
  /** Where the built application is. */
  readonly ours: string;
  /** Where the peers' page is. */
  readonly peers: string;
  readonly site: PeerSite;
  readonly master: RunningMaster;
}

export async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  // For the probe that every page of the benchmarks gets.
  await buildPages();
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root: pageSource,
    resolve: {alias: {'#core': inRoot('core')}},
    define: {global: 'globalThis'},
    worker: {format: 'es'},
    build: {outDir: pageFolder, emptyOutDir: true, target: 'chrome138'},
  });
  const site = new PeerSite(pageFolder);
  const [product, master] = [await serveProduct(0), await runningMaster()];
  try {
    return await work({ours: product.origin, peers: await site.start(), site, master});
  } finally {
    site.stop();
    await Promise.all([product.close(), master.close()]);
    for (const folder of [workFolder, pageFolder]) rmSync(folder, {recursive: true, force: true});
  }
}
