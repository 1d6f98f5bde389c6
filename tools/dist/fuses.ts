import {assert, must} from '#core/lib/assert.ts';

/** Electron's switches inside its binary, in the order of its wire (version 1), named as electron-builder names them. */
export const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

export type Fuses = Readonly<Partial<Record<(typeof fuseNames)[number], boolean>>>;

const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const version = 1;
const [off, on] = [0x30, 0x31];
// As Electron ships them.
const defaults = [on, off, on, on, off, off, off, on];

/** The part of a binary that carries the fuses, as a fresh Electron has them. */
export function freshWire(): Buffer {
  return Buffer.concat([sentinel, Buffer.from([version, defaults.length, ...defaults])]);
}

/** How the fuses of a binary are set; those its wire marks as removed are left out. */
export function fusesOf(binary: Buffer): Fuses {
  const at = binary.indexOf(sentinel);
  assert(at !== -1, 'an Electron binary carries the sentinel of its fuses');
  const wire = binary.subarray(at + sentinel.length);
  assert(wire[0] === version, 'the wire of fuses has version 1');
  const states = [...wire.subarray(2, 2 + must(wire[1], 'the wire says how long it is'))];
  return Object.fromEntries(
    fuseNames.flatMap((name, index) => {
      const state = states[index];
      return state === on || state === off ? [[name, state === on]] : [];
    }),
  );
}
