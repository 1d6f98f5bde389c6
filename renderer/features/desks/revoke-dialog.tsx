import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {DeskFacts} from '#core/sync/messages.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import styles from '../../ui/sheet.module.css';
import {Trouble} from './trouble.tsx';

interface RevokeDialogProps {
  readonly desk: DeskFacts;
  readonly onClose: () => void;
}

/** Asks before a desk is removed, which nothing takes back: says what it has and what it will not get. */
export function RevokeDialog({desk: {replica, name}, onClose}: RevokeDialogProps) {
  const {t} = useTranslation('desks');
  const data = useData();
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  useKeys('dialog', []);
  const revoke = async (): Promise<void> => {
    const said = await data.call('sync.revoke', {replica});
    const answer = said.ok ? said.value : said;
    if (!answer.ok) return setFault(answer.fault);
    useNotices.getState().say(t('revoke.did', {name}));
    return onClose();
  };
  return (
    <Dialog
      title={t('revoke.title', {name})}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" onClick={() => void revoke()}>
            {t('revoke.act')}
          </Button>
        </>
      }
    >
      <div className={styles.asked}>
        {fault ? <Trouble fault={fault} isAnswer /> : null}
        <p>{t('revoke.could')}</p>
        <p>{t('revoke.will')}</p>
        <p>{t('revoke.back')}</p>
      </div>
    </Dialog>
  );
}
