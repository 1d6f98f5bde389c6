import {useTranslation} from 'react-i18next';
import type {CurrencyCode} from '#core/money/currency.ts';
import {createBusiness} from '#core/storefronts/mutators.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {useData} from '../../app/data/use-data.ts';
import {Page} from '../../app/frame/page.tsx';
import {Sections} from '../../ui/section.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import {BusinessForm} from './business-form.tsx';
import {newId} from '../../app/data/new-id.ts';
import styles from './settings.module.css';

/** The first page of a shop of one's own: the business it is for. */
export function SetUpPage() {
  const {t} = useTranslation('start');
  const data = useData();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as ZoneId;
  const start = {name: '', zone, dayStartsAtHour: 0, reportingCurrency: 'EUR' as CurrencyCode};
  return (
    <Page title={t('business.title')}>
      <PageBody label={t('business.title')}>
        <Sections width={640}>
          <p className={styles.lead}>{t('business.lead')}</p>
          <BusinessForm
            start={start}
            submit={t('business.begin')}
            isNew
            onSubmit={(facts) => void data.mutate(createBusiness, {id: newId('business'), ...facts})}
          />
        </Sections>
      </PageBody>
    </Page>
  );
}
