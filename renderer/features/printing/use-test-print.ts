import {useTranslation} from 'react-i18next';
import {sizeOfMedia} from '#core/printing/media.ts';
import type {Printer} from '#core/printing/printer.ts';
import {sheetSquareMm} from '#core/shipping/documents/test-sheet.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {printTestSheet} from '../../app/printing/print-document.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {mediaWords} from './printer-words.ts';

/** How wide the square of a printer's test sheet is meant to be. */
export function squareOf({media}: Pick<Printer, 'media'>): number {
  const {widthHundredths = 0, heightHundredths = 0} = sizeOfMedia(media) ?? {};
  return sheetSquareMm({widthMm: widthHundredths / 100, heightMm: heightHundredths / 100});
}

/** Prints a printer's test sheet, and says what came of it. */
export function useTestPrint(): (printer: Printer) => Promise<void> {
  const {t, i18n} = useTranslation(['printing', 'paper']);
  const words = i18n.getFixedT(null, 'printing');
  return async (printer) => {
    const {name, language, dpi, media} = printer;
    const {say} = useNotices.getState();
    const job = {
      title: `${t('kind.testSheet')} · ${name}`,
      printer: name,
      facts: `${mediaWords(words, media)} · ${t('list.facts', {language: t(`language.${language}`), dpi})}`,
      said: {
        'test.title': t('paper:test.title'),
        'test.square': t('paper:test.square', {side: squareOf(printer)}),
        'test.tell': t('paper:test.tell'),
      },
    };
    const printed = await printTestSheet(printer, job);
    say(printed.ok ? t('calibrate.asked', {name}) : faultWords(i18n, printed.fault));
  };
}
