import type {TFunction} from 'i18next';
import {isSameMedia, knownMedia, type Media, sizeOfMedia} from '#core/printing/media.ts';
import type {Printer} from '#core/printing/printer.ts';
import type {PrinterSaid} from '#core/printing/printer-port.ts';
import type {Meaning} from '../../ui/status-mark.tsx';

export const mediaNames = Object.keys(knownMedia) as (keyof typeof knownMedia)[];

/** Paper as people call it. */
export function mediaWords(t: TFunction<'printing'>, media: Media): string {
  const known = mediaNames.find((name) => isSameMedia(knownMedia[name], media));
  if (known) return t(`media.${known}`);
  const size = sizeOfMedia(media);
  if (!size) return media;
  return t('media.size', {width: size.widthHundredths / 100, height: size.heightHundredths / 100});
}

/** Where a printer is found, in one line. */
export function placeOf({way}: Pick<Printer, 'way'>): string {
  switch (way.way) {
    case 'raw':
      return way.host.includes(':') ? `[${way.host}]:${way.port}` : `${way.host}:${way.port}`;
    case 'ipp':
      return way.uri;
    case 'queue':
      return way.name;
  }
}

export interface StateShown {
  readonly meaning: Meaning;
  readonly word: string;
  /** The printer's own words. */
  readonly said: string;
}

/** Where a printer stands, in its own words; a raw port has none. */
export function stateShown(
  t: TFunction<'printing'>,
  {way}: Pick<Printer, 'way'>,
  heard: PrinterSaid | undefined,
): StateShown {
  if (way.way === 'raw') return {meaning: 'note', word: t('state.raw'), said: ''};
  if (!heard) return {meaning: 'note', word: t('state.asking'), said: ''};
  const meaning = ({idle: 'good', working: 'good', stopped: 'stop', silent: 'watch'} as const)[heard.state];
  const said = [...heard.reasons, heard.words].filter((each) => each !== '').join(' · ');
  // A printer that is ready and still has something to say wants something soon.
  return {
    meaning: meaning === 'good' && heard.reasons.length > 0 ? 'watch' : meaning,
    word: t(`state.${heard.state}`),
    said,
  };
}
