import {type ReactNode, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {changeBusiness} from '#core/storefronts/mutators.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {SenderDialog} from '../../app/business/sender-dialog.tsx';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {Page} from '../../app/frame/page.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import {useSingleKeys} from '../../app/keys/single-keys.ts';
import {schemeChoices, useScheme} from '../../app/theme/scheme.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {languages} from '../../app/words/language.ts';
import {chooseLanguage} from '../../app/words/words.ts';
import {Button} from '../../ui/button.tsx';
import {SwitchField} from '../../ui/check-field.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {type BusinessFacts, BusinessForm} from './business-form.tsx';
import {RatesSection} from './rates-section.tsx';
import {StorefrontsSection} from './storefronts-section.tsx';
import {Section, Sections} from '../../ui/section.tsx';
import styles from './settings.module.css';

interface SettingsPageProps {
  /** Where documents come out. */
  readonly printers: ReactNode;
  /** The scale of this desk. */
  readonly scale: ReactNode;
  /** The carriers' number ranges. */
  readonly numbers: ReactNode;
  /** How safe the data are. */
  readonly storage: ReactNode;
  /** Shops on this desk; app/ knows how to open them. */
  readonly shops: ReactNode;
  /** What this desktop is; absent in a browser. */
  readonly desktop: ReactNode;
}

export function SettingsPage({printers, scale, numbers, storage, shops, desktop}: SettingsPageProps) {
  const {t} = useTranslation('settings');
  const found = useQuery(businessesInFull, {});
  return (
    <Page title={t('title')}>
      <PageBody label={t('title')}>
        <Sections width={640}>
          <Look />
          {found?.businesses.map((business) => (
            <BusinessSections
              key={business.id}
              business={business}
              storefronts={found.storefronts.filter(({businessId}) => businessId === business.id)}
            />
          ))}
          {found?.businesses[0] ? <RatesSection business={found.businesses[0]} /> : null}
          {printers}
          {scale}
          {numbers}
          {storage}
          {shops}
          {desktop}
        </Sections>
      </PageBody>
    </Page>
  );
}

function Look() {
  const {t, i18n} = useTranslation('settings');
  const scheme = useScheme();
  const singleKeys = useSingleKeys();
  return (
    <Section title={t('section.look')}>
      <div className={styles.form}>
        <SelectField
          label={t('language')}
          options={languages.map((value) => ({value, label: t(`languages.${value}`)}))}
          value={languages.find((each) => each === i18n.language) ?? null}
          onChange={(language) => void chooseLanguage(i18n, language)}
        />
        <SelectField
          label={t('theme')}
          options={schemeChoices.map((value) => ({value, label: t(`themes.${value}`)}))}
          value={scheme.choice}
          onChange={scheme.choose}
        />
        <SwitchField
          label={t('singleKeys')}
          hint={t('singleKeysHint')}
          checked={singleKeys.on}
          onChange={singleKeys.set}
        />
      </div>
    </Section>
  );
}

interface BusinessSectionsProps {
  readonly business: Business;
  readonly storefronts: readonly Storefront[];
}

function BusinessSections({business, storefronts}: BusinessSectionsProps) {
  const {t} = useTranslation('settings');
  const data = useData();
  const deeds = useDeeds();
  const {name, zone, dayStartsAtHour, reportingCurrency} = business;
  const [asksSender, setAsksSender] = useState(false);
  const start = {name, zone, dayStartsAtHour, reportingCurrency};
  const change = async (facts: BusinessFacts): Promise<void> => {
    deeds.did('settings:did.business', [await data.mutate(changeBusiness, {...business, ...facts})]);
  };
  return (
    <>
      <Section title={t('section.business')}>
        <BusinessForm
          key={JSON.stringify(start)}
          start={start}
          submit={t('save')}
          isNew={false}
          onSubmit={(facts) => void change(facts)}
        />
        <Button onClick={() => setAsksSender(true)}>{t('sender')}</Button>
        {asksSender ? <SenderDialog business={business} onClose={() => setAsksSender(false)} /> : null}
      </Section>
      <StorefrontsSection business={business} storefronts={storefronts} />
    </>
  );
}
