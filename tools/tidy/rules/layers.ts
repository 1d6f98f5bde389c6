import {destinationOf, type Destination} from '../destination.ts';
import {importsOf, type Import} from '../imports-of.ts';
import {findingAt, isTestCode, roomOf, type Finding, type Rule, type SourceFile} from '../source-file.ts';

/** What a room's own code may reach. A trailing `*` stands for any ending; a place is a folder or a file. */
interface Room {
  readonly places: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
}

// Adding a package here is a decision about the product: its entry in the commit says what we would otherwise write.
const rooms: Readonly<Record<string, Room>> = {
  core: {
    places: ['core'],
    packages: [
      'zod',
      '@noble/hashes',
      '@scure/bip39',
      'fflate',
      '@e965/xlsx',
      'qr',
      'bidi-js',
      'harfbuzzjs',
      'localized-address-format',
    ],
    node: false,
  },
  renderer: {
    places: ['renderer', 'core', 'assets'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'dexie',
      'recharts',
      'i18next',
      'react-i18next',
      'wouter',
      'pdfjs-dist',
      'qr',
      'localized-address-format',
      'postcode-validator',
      'zxing-wasm',
      '@mantine/*',
      '@tabler/icons-react',
      '@fontsource-variable/inter',
      '@expo-google-fonts/*',
    ],
    node: false,
  },
  electron: {places: ['electron', 'core', 'assets'], packages: ['electron'], node: true},
  cloud: {places: ['cloud', 'core', 'assets'], packages: ['pg', 'fastify', 'ws'], node: true},
};

// These see everything; the product sees none of them.
const workshops = ['e2e', 'bench', 'tools', ''];

/** A package that only these places may import, whatever its room allows. */
const homes: Readonly<Record<string, readonly string[]>> = {
  zod: ['core/lib/shape.ts'],
  '@noble/hashes': ['core/lib/hash.ts'],
  '@scure/bip39': ['core/snapshot/'],
  fflate: ['core/intake/table/', 'core/paper/', 'core/shipping/road-back/'],
  qr: ['core/paper/barcodes/', 'renderer/ui/qr-code.tsx'],
  'bidi-js': ['core/paper/text/'],
  harfbuzzjs: ['core/paper/fonts/'],
  '@e965/xlsx': ['core/intake/table/'],
  dexie: ['renderer/store/'],
  'zxing-wasm': ['renderer/store/labels/'],
  pg: ['cloud/database/'],
  fastify: ['cloud/http/'],
  ws: ['cloud/http/'],
};

export const layers: Rule = {
  name: 'layers',
  check: (files) =>
    files.flatMap((file) => (isGuarded(file) ? importsOf(file).flatMap((used) => judge(file, used)) : [])),
};

function isGuarded(file: SourceFile): boolean {
  return !workshops.includes(roomOf(file.path)) && roomOf(file.path) !== 'assets' && !roomOf(file.path).startsWith('.');
}

function judge(file: SourceFile, used: Import): Finding[] {
  const destination = destinationOf(file, used.specifier);
  const refusal = refusalOf(file, used, destination);
  return refusal ? [findingAt('layers', file, used.start, refusal)] : [];
}

function refusalOf(file: SourceFile, used: Import, destination: Destination): string | null {
  const room = rooms[roomOf(file.path)];
  if (!room) return `${roomOf(file.path)} is no room of this house: give it a line in the layer table first.`;
  if (destination.to === 'file') return refusalOfFile(file, used, destination.path, room);
  if (isTestCode(file.path)) return null;
  if (destination.to === 'node')
    return room.node ? null : `${roomOf(file.path)} runs without Node, so it cannot import node:${destination.name}.`;
  return refusalOfPackage(file, destination.name, room);
}

function refusalOfFile(file: SourceFile, used: Import, path: string, room: Room): string | null {
  const from = roomOf(file.path);
  if (!isTestCode(file.path)) {
    if (isTestCode(path)) return `${path} is for tests; the product cannot lean on it.`;
    if (reachesStore(file.path, path) && used.kind === 'value') {
      return "A page talks to the data worker by messages: from renderer/store it takes types and the worker's URL only.";
    }
  }
  // A test may read data that lies beside the tree; it imports nothing from there.
  if (isTestCode(file.path) && used.kind === 'url') return null;
  const seen = isTestCode(file.path) ? [...room.places, 'tools'] : room.places;
  return seen.includes(roomOf(path)) ? null : `${from} never sees ${roomOf(path) || path}.`;
}

function refusalOfPackage(file: SourceFile, name: string, room: Room): string | null {
  const allowed = room.packages.some((known) =>
    known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known,
  );
  if (!allowed) return `${name} is not among the packages ${roomOf(file.path)} may import.`;
  const home = homes[name];
  return home && !home.some((place) => file.path.startsWith(place)) ? `Only ${home.join(', ')} imports ${name}.` : null;
}

function reachesStore(from: string, to: string): boolean {
  return from.startsWith('renderer/') && !isStore(from) && isStore(to);
}

function isStore(path: string): boolean {
  return path.startsWith('renderer/store/');
}
