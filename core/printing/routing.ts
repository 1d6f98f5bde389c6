import {id} from '../lib/id.ts';
import {fail, ok, type Result} from '../lib/result.ts';
import {object, oneOf, optional, type Shaped} from '../lib/shape.ts';
import {isSameMedia, mediaShape, sizeOfMedia, type Media} from './media.ts';
import {type DocumentKind, documentKinds} from './print-job.ts';
import {dotLanguages, type Language, type Printer} from './printer.ts';

/** Where documents of a kind go; with `media` only those on such paper. */
export const routeShape = object({
  kind: oneOf(documentKinds),
  media: optional(mediaShape),
  printerId: id('printer'),
});
export type Route = Shaped<typeof routeShape>;

export const routesMax = 200;

/** A document that is to be printed: on which paper, and in which languages it can be had. */
export interface Wanted {
  readonly kind: DocumentKind;
  readonly media: Media;
  readonly languages: readonly Language[];
}

/**
 * The printer of a document. A route that names the paper counts before one that does not; a printer that cannot take the
 * document is told, never replaced by another: a label on the wrong roll is worse than none.
 */
export function printerFor(wanted: Wanted, routes: readonly Route[], printers: readonly Printer[]): Result<Printer> {
  const ofKind = routes.filter(({kind}) => kind === wanted.kind);
  const route =
    ofKind.find(({media}) => media !== undefined && isSameMedia(media, wanted.media)) ??
    ofKind.find(({media}) => media === undefined);
  if (!route) return fail('printing.no_route', {kind: wanted.kind, media: wanted.media});
  const printer = printers.find((each) => each.id === route.printerId);
  if (!printer) return fail('printing.printer_not_found');

  const {kind, media} = wanted;
  const language = wanted.languages.find((each) => each === printer.language);
  if (!language) return fail('printing.wrong_language', {printer: printer.name, language: printer.language});
  const fits = checkFit({kind, media, language}, printer);
  return fits.ok ? ok(printer) : fits;
}

/** The printer of a document that is made for whatever paper and language its printer has; undefined where none is set, or it is gone. */
export function printerOfKind(
  kind: DocumentKind,
  {routes, printers}: {readonly routes: readonly Route[]; readonly printers: readonly Printer[]},
): Printer | undefined {
  const ofKind = routes.filter((route) => route.kind === kind);
  const route = ofKind.find(({media}) => media === undefined) ?? ofKind[0];
  return printers.find(({id}) => id === route?.printerId);
}

/** A roll of labels is no wider than this; what is wider takes sheets. */
const labelWidthMostHundredths = 11_500;
const onSheets = ['packingSlip', 'invoice', 'customsForm', 'manifest', 'pickList'] as const;

/** What a printer that was just added is used for without being asked: what its paper is for and no printer takes yet. */
export function firstRoutes(
  {id: printerId, media}: Pick<Printer, 'id' | 'media'>,
  {routes, printers}: {readonly routes: readonly Route[]; readonly printers: readonly Printer[]},
): readonly Route[] {
  const size = sizeOfMedia(media);
  if (!size) return [];
  const kinds =
    Math.min(size.widthHundredths, size.heightHundredths) <= labelWidthMostHundredths ? ['label' as const] : onSheets;
  return kinds
    .filter((kind) => printerOfKind(kind, {routes, printers}) === undefined)
    .map((kind) => ({kind, printerId}));
}

export interface Made {
  readonly kind: DocumentKind;
  readonly media: Media;
  readonly language: Language;
  readonly dpi?: number;
}

/** Whether a printer can take a document as it was made; asked again just before sending, since settings change. */
export function checkFit(made: Made, printer: Printer): Result<null> {
  const {name, language, media, dpi} = printer;
  if (made.language !== language) return fail('printing.wrong_language', {printer: name, language});
  // A test sheet is printed to find out what lies in the printer.
  if (made.kind !== 'testSheet' && !isSameMedia(made.media, media)) {
    return fail('printing.wrong_media', {printer: name, media, wanted: made.media});
  }
  if (made.dpi !== undefined && dotLanguages.includes(language) && made.dpi !== dpi) {
    return fail('printing.wrong_dpi', {printer: name, dpi, wanted: made.dpi});
  }
  return ok(null);
}
