import {type Id, id} from '../lib/id.ts';
import {check, integer, object, oneOf, optional, pattern, type Shape, type Shaped, text} from '../lib/shape.ts';
import {fail, ok, type Result} from '../lib/result.ts';
import {calibrationShape} from './calibration.ts';
import {mediaShape} from './media.ts';

/** What a printer reads. One language for each printer: one that reads two is saved as two. */
export const languages = ['zpl', 'tspl', 'pdf', 'png'] as const;
export type Language = (typeof languages)[number];

/** Their names on the wire (RFC 8011, 5.1.10); what label printers speak has no registered one. */
export const mimeTypeOf: Readonly<Record<Language, string>> = {
  zpl: 'application/vnd.zebra-zpl',
  tspl: 'application/octet-stream',
  pdf: 'application/pdf',
  png: 'image/png',
};

/** These are made of dots, so they fit one resolution only. */
export const dotLanguages: readonly Language[] = ['zpl', 'tspl', 'png'];

/** How bytes reach a printer: a port that takes whatever comes, IPP, or a queue of this computer's own system. */
export const ways = ['raw', 'ipp', 'queue'] as const;
export type Way =
  | {readonly way: 'raw'; readonly host: string; readonly port: number}
  | {
      readonly way: 'ipp';
      readonly uri: string;
      /** SHA-256 of the certificate that a person has trusted; without it only one that the system trusts will do. */
      readonly fingerprint?: string;
    }
  | {readonly way: 'queue'; readonly name: string};

/** A name or an address; IPv6 without brackets. */
const hostForm = /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$|^[0-9A-Fa-f:]{2,39}$/;
const uriForm = /^ipps?:\/\/(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:]{2,39}\])(?::\d{1,5})?(?:\/[\w\-.~/%]{0,255})?$/;
/** CUPS: printable, without space, `/` and `#`; never what a command would take for an option. */
const queueForm = /^(?!-)[^\s/#\p{Cc}\p{Cf}]{1,127}$/u;
const wayShapes = {
  raw: object({way: oneOf(['raw']), host: pattern(hostForm), port: integer({min: 1, max: 65_535})}),
  ipp: object({way: oneOf(['ipp']), uri: pattern(uriForm), fingerprint: optional(pattern(/^[0-9a-f]{64}$/))}),
  queue: object({way: oneOf(['queue']), name: pattern(queueForm)}),
} as const;

/** A port of IPP's own, where a URI names none (RFC 8010, 3.1). */
export const ippPort = 631;
/** Where label printers listen for raw bytes. */
export const rawPort = 9100;

/** How often the barcodes of a document are read back and compared before it is printed; `sample` where it is not told. */
export const checkings = ['always', 'sample', 'never'] as const;
export type Checking = (typeof checkings)[number];

const settingsShape = object({
  id: id('printer'),
  name: text({min: 1, max: 100}),
  /** What lies in it now. */
  media: mediaShape,
  language: oneOf(languages),
  dpi: integer({min: 72, max: 2400}),
  calibration: optional(calibrationShape),
  checking: optional(oneOf(checkings)),
});

export interface Printer extends Shaped<typeof settingsShape> {
  readonly way: Way;
}
export type PrinterId = Id<'printer'>;

/** What a person can mean; more is a mistake. */
export const printersMax = 200;

/** A printer that came from outside, else `core.bad_shape` with the place of what is wrong. */
export function checkPrinter(value: unknown): Result<Printer> {
  if (typeof value !== 'object' || value === null || !('way' in value)) {
    return fail('core.bad_shape', {path: 'way', problem: 'missing'});
  }
  const {way, ...rest} = value;
  const settings = check(settingsShape, rest);
  if (!settings.ok) return settings;
  const checkedWay = checkWay(way);
  return checkedWay.ok ? ok({...settings.value, way: checkedWay.value}) : checkedWay;
}

export function checkWay(value: unknown): Result<Way> {
  const named = typeof value === 'object' && value !== null && 'way' in value ? value.way : undefined;
  const known = ways.find((way) => way === named);
  if (!known) return fail('core.bad_shape', {path: 'way.way', problem: 'invalid_value'});
  const shape: Shape<Way> = wayShapes[known] as Shape<Way>;
  const checked = check(shape, value);
  if (checked.ok) return checked;
  return fail('core.bad_shape', {...checked.fault.values, path: `way.${checked.fault.values['path'] ?? ''}`});
}
