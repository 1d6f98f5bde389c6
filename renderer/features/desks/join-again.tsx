import {useTranslation} from 'react-i18next';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {Join} from '../../app/sync/joining.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {useJoinDialog} from './join-dialog.tsx';

/** The way back for a desk that was removed. */
export function JoinAgain({join}: {readonly join: Join}) {
  const {t} = useTranslation('desks');
  const joining = useJoinDialog(join, 'left');
  useKeys('page', [{id: 'desks.join', word: 'desks:join.again', section: 'app:section.page', run: joining.open}]);
  return (
    <Section title={t('left.title')}>
      <p>{t('left.lead')}</p>
      <Button onClick={joining.open}>{t('join.again')}</Button>
      {joining.dialog}
    </Section>
  );
}
