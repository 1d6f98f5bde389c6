import {gzipSync} from 'node:zlib';
import path from 'node:path';
import {build} from 'vite';
import {must} from '#core/lib/assert.ts';
import {root} from '../../tools/run/places.mjs';
import type {Measured} from './first-syncs.ts';

/** What of the data worker replicates: a shop has it beside Dexie because it lives on many desks. */
const replicating = [/^core\/sync\//, /^core\/journal\/entry\.ts$/, /^renderer\/store\/sync\//];
const storing = [
  /^renderer\/store\/(dexie-store|kept-outbox|idb-transaction|packed-ids|forgotten-row|store-layouts)\.ts$/,
  /^renderer\/store\/layouts\//,
];
/** What both need of the house's own library, zod and the hash aside. */
const library = [/^core\/lib\//];
const most = 25;
const entry = path.join(import.meta.dirname, 'replica-code.ts');

/** KB of gzip that the code weighs when it is built alone, everything else being somewhere else. */
export async function bundleSize(): Promise<Measured> {
  const [alone, withStore, withLibrary] = [
    await weightOf(replicating),
    await weightOf([...replicating, ...storing]),
    await weightOf([...replicating, ...storing, ...library]),
  ];
  return {
    samples: {alone, withStore, withLibrary},
    figures: [
      {title: 'code that replicates, gzip', value: alone, unit: ' KB'},
      {title: 'the same with the store beside Dexie, gzip', value: withStore, unit: ' KB', most},
      {title: 'the same with what both take from the house (shapes, hashes, texts)', value: withLibrary, unit: ' KB'},
    ],
  };
}

async function weightOf(within: readonly RegExp[]): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'only-within',
        enforce: 'pre',
        async resolveId(source, importer) {
          if (!importer) return null;
          const file = source.startsWith('#core/')
            ? path.join(root, source.slice(1))
            : source.startsWith('.')
              ? path.resolve(path.dirname(importer), source)
              : undefined;
          const place = file && path.relative(root, file);
          if (file && place && within.some((form) => form.test(place))) return file;
          return {id: source, external: true};
        },
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'chrome138',
      lib: {entry, formats: ['es'], fileName: 'replica'},
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const code = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('');
  return must(gzipSync(code, {level: 9}).length || undefined, 'code') / 1_000;
}
