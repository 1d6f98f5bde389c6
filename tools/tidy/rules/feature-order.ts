import {destinationOf} from '../destination.ts';
import {importsOf, type Import} from '../imports-of.ts';
import {findingAt, isTestCode, type Finding, type Rule, type SourceFile} from '../source-file.ts';

/** Each line may import the lines above it and its own neighbours on the line, never the lines below. */
const order: readonly (readonly string[])[] = [
  ['lib'],
  ['time', 'money', 'paper'],
  ['customers'],
  ['catalog'],
  ['stock'],
  ['storefronts'],
  ['orders'],
  ['shipping'],
  ['printing'],
  ['payments'],
  ['insights', 'audit'],
  ['intake'],
];

// They carry every feature's rows without knowing any; what they need of the tables stands in core/schema.ts.
const engines = ['data', 'sync', 'tray', 'journal', 'snapshot', 'storage'];
// They stand above all features.
const gatherers = ['demo', 'shell', 'testing'];
const firstFeature = 2;

export const featureOrder: Rule = {
  name: 'feature-order',
  check: (files) =>
    files.filter(isProductOfCore).flatMap((file) => importsOf(file).flatMap((used) => judge(file, used))),
};

function isProductOfCore(file: SourceFile): boolean {
  return file.path.startsWith('core/') && !isTestCode(file.path);
}

function judge(file: SourceFile, used: Import): Finding[] {
  const destination = destinationOf(file, used.specifier);
  if (destination.to !== 'file' || !destination.path.startsWith('core/')) return [];
  const refusal = refusalOf(file.path, destination.path);
  return refusal ? [findingAt('feature-order', file, used.start, refusal)] : [];
}

function refusalOf(from: string, to: string): string | null {
  if (from === 'core/schema.ts') return refusalOfSchema(to);
  const [here, there] = [folderOf(from), folderOf(to)];
  if (here === there || here === '' || gatherers.includes(here)) return null;
  if (there === '') return null;
  if (gatherers.includes(there)) return `core/${there} stands above the features; core/${here} cannot lean on it.`;

  const [mine, other] = [rankOf(here), rankOf(there)];
  if (!engines.includes(here) && mine === -1) return unplaced(here);
  if (!engines.includes(there) && other === -1) return unplaced(there);
  if (here === 'lib') return `core/lib is the ground everything stands on; it cannot import core/${there}.`;
  if (engines.includes(here))
    return other >= firstFeature ? `core/${here} knows features only through core/schema.ts.` : null;
  if (engines.includes(there)) return mine < firstFeature ? `core/${here} is below core/${there}.` : null;
  return other > mine ? `core/${here} comes before core/${there} and cannot import it.` : null;
}

function refusalOfSchema(to: string): string | null {
  const fine = /^core\/(lib\/.+|([^/]+\/){1,2}schema\.ts)$/.test(to);
  return fine ? null : 'core/schema.ts only lists tables: it imports the schema.ts of features, and lib.';
}

function unplaced(folder: string): string {
  return `core/${folder} has no place in the order of features: give it a line first.`;
}

function rankOf(folder: string): number {
  return order.findIndex((line) => line.includes(folder));
}

/** The folder of core a file stands in, or the empty string for core's own files (`schema.ts`, `faults.ts`). */
function folderOf(path: string): string {
  const segments = path.split('/');
  return segments.length > 2 ? (segments[1] ?? '') : '';
}
