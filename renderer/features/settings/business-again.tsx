import {useTranslation} from 'react-i18next';
import {changeBusiness} from '#core/storefronts/mutators.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Business} from '#core/storefronts/schema.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {TrayFormProps} from '../../app/sync/tray-form.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {type BusinessFacts, BusinessForm} from './business-form.tsx';

/** What was to be changed of a business, to be changed once more and done again. */
export function BusinessAgain({args, onDone, onClose}: TrayFormProps) {
  const {t} = useTranslation('tray');
  const data = useData();
  const shop = useQuery(businessesInFull, {});
  const asked = args as Business;
  const now = shop?.businesses.find(({id}) => id === asked.id) ?? asked;
  useKeys('dialog', []);
  const change = async (facts: BusinessFacts): Promise<void> => {
    const outcome = await data.mutate(changeBusiness, {...now, ...facts});
    onClose();
    onDone(outcome);
  };
  return (
    <Dialog title={t('again.business')} opened onClose={onClose}>
      <BusinessForm start={asked} submit={t('act.again')} isNew onSubmit={(facts) => void change(facts)} />
    </Dialog>
  );
}
