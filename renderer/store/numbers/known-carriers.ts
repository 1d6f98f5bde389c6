import {must} from '#core/lib/assert.ts';
import {type Carriers, carriersOf} from '#core/shipping/tracking/carriers.ts';

let known: Promise<Carriers> | undefined;

/** The carriers that Tradewind comes with. */
export function knownCarriers(): Promise<Carriers> {
  return (known ??= load());
}

async function load(): Promise<Carriers> {
  const {carrierFiles} = await import('./carrier-files.ts');
  const carriers = carriersOf(carrierFiles);
  return must(carriers.ok ? carriers.value : undefined, 'the files of assets/carriers are well formed');
}
