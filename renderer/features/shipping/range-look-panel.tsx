import {useTranslation} from 'react-i18next';
import type {Result} from '#core/lib/result.ts';
import type {RangeLook} from '#core/shipping/ranges/messages.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import styles from './range-form.module.css';

interface RangeLookPanelProps {
  readonly look: Result<RangeLook> | undefined;
  /** Why there can be no such range stands at its field already. */
  readonly isSaidAtField: boolean;
}

/** The first and the last number as they will stand on labels. */
export function RangeLookPanel({look, isSaidAtField}: RangeLookPanelProps) {
  const {t, i18n} = useTranslation('numbers');
  const locale = useLocale();
  return (
    <section className={styles.look} aria-label={t('form.preview')} aria-live="polite">
      {look?.ok ? (
        <>
          <dl>
            <dt>{t('form.first')}</dt>
            <dd>{look.value.first}</dd>
            <dt>{t('form.last')}</dt>
            <dd>{look.value.last}</dd>
          </dl>
          <p>
            {t('form.previewCount', {count: look.value.leased, formatted: formatCount(locale, look.value.leased)})}
            {look.value.first.includes('·') ? ` · ${t('form.dots')}` : null}
          </p>
        </>
      ) : look && !isSaidAtField ? (
        <MeaningLine meaning="stop" role="alert" words={faultWords(i18n, look.fault)} />
      ) : (
        <p>{t('form.previewWait')}</p>
      )}
    </section>
  );
}
