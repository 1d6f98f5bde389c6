import {must} from '#core/lib/assert.ts';
import {knownMedia, type Media, sizeOfMedia} from '#core/printing/media.ts';
import {
  type Checking,
  checkPrinter,
  type Language,
  languages,
  mimeTypeOf,
  type Printer,
  type PrinterId,
  rawPort,
  type Way,
} from '#core/printing/printer.ts';

/** A printer as it is being typed. */
export interface PrinterForm {
  readonly name: string;
  readonly way: Way['way'];
  readonly host: string;
  readonly port: string;
  readonly uri: string;
  /** Of the certificate that was trusted, with the address it was shown at. */
  readonly trusted: {readonly uri: string; readonly fingerprint: string} | undefined;
  readonly queue: string;
  /** Empty for another size, told in millimetres. */
  readonly media: Media;
  readonly width: string;
  readonly height: string;
  readonly language: Language;
  readonly dpi: string;
  readonly checking: Checking;
}

export const dpis = ['203', '300', '406', '600'] as const;

/** What a label printer at a packing bench mostly is. */
export const newForm: PrinterForm = {
  name: '',
  way: 'raw',
  host: '',
  port: String(rawPort),
  uri: '',
  trusted: undefined,
  queue: '',
  media: knownMedia.label4x6,
  width: '100',
  height: '150',
  language: 'zpl',
  dpi: '203',
  checking: 'sample',
};

export function formOf({name, way, media, language, dpi, checking = 'sample'}: Printer): PrinterForm {
  const told = {name, media, language, dpi: String(dpi), checking};
  switch (way.way) {
    case 'raw':
      return {...newForm, ...told, way: 'raw', host: way.host, port: String(way.port)};
    case 'ipp':
      return {...newForm, ...told, way: 'ipp', uri: way.uri, trusted: trustedOf(way)};
    case 'queue':
      return {...newForm, ...told, way: 'queue', queue: way.name};
  }
}

export type FieldWrong = 'name' | 'host' | 'port' | 'uri' | 'queue' | 'media';

export type ReadForm =
  | {readonly ok: true; readonly printer: Printer}
  | {readonly ok: false; readonly wrong: readonly FieldWrong[]};

/** What a field can be wrong about, by the place that the check of a printer names. */
const fieldAt: Readonly<Record<string, FieldWrong>> = {
  name: 'name',
  'way.host': 'host',
  'way.port': 'port',
  'way.uri': 'uri',
  'way.name': 'queue',
  media: 'media',
};

/** The printer that was typed, else which fields cannot stay so. `before` keeps what the form does not ask. */
export function readForm(form: PrinterForm, id: PrinterId, before: Printer | undefined): ReadForm {
  const media = form.media === '' ? typedMedia(form) : form.media;
  const sound: Printer = {
    ...before,
    id,
    name: 'sound',
    way: {way: 'raw', host: 'sound', port: rawPort},
    media: knownMedia.label4x6,
    language: form.language,
    dpi: Number(form.dpi),
    checking: form.checking,
  };
  // Each by itself beside others that are sound: so every field is told, not only the first.
  const tries = [{name: form.name.trim()}, {way: wayOf(form)}, {media}];
  const wrong = tries.flatMap((part) => {
    const checked = checkPrinter({...sound, ...part});
    return checked.ok ? [] : [must(fieldAt[checked.fault.values['path'] ?? ''], 'each part has its field')];
  });
  const whole = checkPrinter(Object.assign({}, sound, ...tries));
  return whole.ok ? {ok: true, printer: whole.value} : {ok: false, wrong};
}

function trustedOf({uri, fingerprint}: Extract<Way, {way: 'ipp'}>): PrinterForm['trusted'] {
  return fingerprint === undefined ? undefined : {uri, fingerprint};
}

function wayOf({way, host, port, uri, trusted, queue}: PrinterForm): Way {
  switch (way) {
    case 'raw':
      return {way, host: host.trim(), port: /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0};
    case 'ipp':
      // Trust is in the printer at that address, not in whatever is typed next.
      return trusted?.uri === uri.trim()
        ? {way, uri: trusted.uri, fingerprint: trusted.fingerprint}
        : {way, uri: uri.trim()};
    case 'queue':
      return {way, name: queue};
  }
}

const millimetresForm = /^\d{2,4}$/;

/** A size in whole millimetres, named as IPP names papers of one's own; no media where it is none. */
function typedMedia({width, height}: PrinterForm): Media {
  const sides = [width.trim(), height.trim()];
  const isSize = sides.every((side) => millimetresForm.test(side) && Number(side) >= 10 && Number(side) <= 1000);
  const size = `${Number(sides[0])}x${Number(sides[1])}mm`;
  return isSize ? `om_${size}_${size}` : '';
}

/** The languages that a printer says it reads, of those that we write. */
export function languagesOf(mimeTypes: readonly string[]): readonly Language[] {
  return languages.filter((language) => language !== 'tspl' && mimeTypes.includes(mimeTypeOf[language]));
}

/** Papers that a printer says it takes, by names that tell their size. */
export function mediaTold(media: readonly string[]): readonly Media[] {
  return media.filter((each) => sizeOfMedia(each) !== undefined);
}
