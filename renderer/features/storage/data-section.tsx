import {useTranslation} from 'react-i18next';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {useLastBackup} from './backups-made.ts';
import {Glance} from './glance.tsx';
import {useStorage} from './use-storage.ts';

/** How safe the data are, among the settings; the rest is a page of its own. */
export function DataSection({onOpen}: {readonly onOpen: () => void}) {
  const {t} = useTranslation('storage');
  const {facts} = useStorage();
  const backupAt = useLastBackup(facts?.shop, 0);
  return (
    <Section title={t('section.glance')}>
      <Glance facts={facts} backupAt={backupAt} />
      <Button keys="g b" onClick={onOpen}>
        {t('open')}
      </Button>
    </Section>
  );
}
