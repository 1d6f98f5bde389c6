import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {must} from '#core/lib/assert.ts';
import {type Carriers, carriersOf} from '#core/shipping/tracking/carriers.ts';
import {inRoot} from '../run/places.mjs';

/** The carriers that Tradewind comes with: what the files of `assets/carriers` say. */
export function carriersOfAssets(): Carriers {
  const folder = inRoot('assets', 'carriers');
  const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown);
  const carriers = carriersOf(files);
  return must(carriers.ok ? carriers.value : undefined, 'the files of assets/carriers are well formed');
}
