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

/**
 * KB of gzip that the code weighs when it is built alone, everything else being somewhere else. What is loaded only by who joins, lets
 * another desk in, or fetches a shop anew counts among all of it, and not in what an open shop has loaded.
 */
export async function bundleSize(): Promise<Measured> {
  const [alone, withStore, withLibrary] = [
    await weightOf(replicating),
    await weightOf([...replicating, ...storing]),
    await weightOf([...replicating, ...storing, ...library]),
  ];
  return {
    samples: {alone, withStore, withLibrary},
    figures: [
      {title: 'all code that replicates, gzip', value: alone.all, unit: ' KB', most},
      {title: 'what an open shop has loaded, with the store beside Dexie', value: withStore.loaded, unit: ' KB', most},
      {title: 'all of both', value: withStore.all, unit: ' KB'},
      {
        title: 'the same with what they take from the house (shapes, hashes, texts)',
        value: withLibrary.all,
        unit: ' KB',
      },
    ],
  };
}

interface Weight {
  readonly loaded: number;
  readonly all: number;
}

async function weightOf(within: readonly RegExp[]): Promise<Weight> {
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
  const chunks = new Map(outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
  const first = must(
    [...chunks.values()].find(({isEntry}) => isEntry),
    'what is loaded first',
  );
  const loaded = new Set([first.fileName]);
  for (const name of loaded) for (const next of chunks.get(name)?.imports ?? []) if (chunks.has(next)) loaded.add(next);
  const kilobytesOf = (names: Iterable<string>): number =>
    gzipSync([...names].map((name) => chunks.get(name)?.code ?? '').join(''), {level: 9}).length / 1_000;
  return {loaded: kilobytesOf(loaded), all: kilobytesOf(chunks.keys())};
}
