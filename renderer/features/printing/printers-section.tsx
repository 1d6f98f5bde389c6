import {useTranslation} from 'react-i18next';
import {usePrinting} from '../../app/printing/print-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {Section} from '../../ui/section.tsx';

/** How many printers there are, among the settings; the rest is a page of its own. */
export function PrintersSection({onOpen}: {readonly onOpen: () => void}) {
  const {t, i18n} = useTranslation('printing');
  const {desktop, desk, fault} = usePrinting();
  const count = desk?.printers.length ?? 0;
  const doubt = desk?.jobs.filter(({status}) => status === 'unknown').length ?? 0;
  return (
    <Section title={t('title')}>
      {fault ? <MeaningLine meaning="stop" words={faultWords(i18n, fault)} /> : null}
      {desktop ? null : <p>{t('glance.browser')}</p>}
      {desk ? <p>{count > 0 ? t('glance.count', {count}) : t('glance.none')}</p> : null}
      {doubt > 0 ? <MeaningLine meaning="watch" words={t('doubt', {count: doubt})} /> : null}
      <Button keys="g q" onClick={onOpen}>
        {t('open')}
      </Button>
    </Section>
  );
}
