import {check, pattern, type Shape} from '../lib/shape.ts';

/**
 * What lies in a printer, by the name IPP has for it (PWG 5101.1, "self-describing"): class, a name, and the size as
 * width x height in inches or millimetres, such as `na_index-4x6_4x6in` or `iso_a6_105x148mm`.
 */
export type Media = string;

const form = /^([a-z]+)_([a-z0-9.-]{1,60})_(\d{1,4}(?:\.\d{1,4})?)x(\d{1,4}(?:\.\d{1,4})?)(in|mm)$/;

export const mediaShape: Shape<Media> = pattern(form);

/** The usual ones: of label printers, and of the printer beside the desk. */
export const knownMedia = {
  label4x6: 'na_index-4x6_4x6in',
  label100x150: 'om_100x150mm_100x150mm',
  label100x100: 'om_100x100mm_100x100mm',
  a6: 'iso_a6_105x148mm',
  a5: 'iso_a5_148x210mm',
  a4: 'iso_a4_210x297mm',
  binLabel: 'om_bin_101.6x50.8mm',
  productLabel: 'om_product_57x32mm',
  letter: 'na_letter_8.5x11in',
} as const satisfies Readonly<Record<string, Media>>;

/** Hundredths of a millimetre, as IPP counts: an inch is 2540 of them. */
const perUnit = {in: 2540, mm: 100} as const;

export interface MediaSize {
  readonly widthHundredths: number;
  readonly heightHundredths: number;
}

/** The size that a name tells; undefined for a name that tells none. */
export function sizeOfMedia(media: string): MediaSize | undefined {
  if (!check(mediaShape, media).ok) return undefined;
  const [, , , width = '', height = '', unit] = form.exec(media) ?? [];
  const per = perUnit[unit === 'in' ? 'in' : 'mm'];
  return {widthHundredths: Math.round(Number(width) * per), heightHundredths: Math.round(Number(height) * per)};
}

/** Makers round and cut as they like: 4x6 inches and 102x152 mm are one roll. */
const toleranceHundredths = 100;

/** Whether two names stand for the same piece of paper, whatever they call it. */
export function isSameMedia(one: Media, other: Media): boolean {
  const [a, b] = [sizeOfMedia(one), sizeOfMedia(other)];
  if (!a || !b) return one === other;
  return (
    Math.abs(a.widthHundredths - b.widthHundredths) <= toleranceHundredths &&
    Math.abs(a.heightHundredths - b.heightHundredths) <= toleranceHundredths
  );
}
