import {type ReactNode, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {JoinPlace} from '#core/sync/messages.ts';
import type {Join} from '../../app/sync/joining.ts';
import {TextAreaField} from '../../ui/text-field.tsx';
import {AskingDialog} from './asking-dialog.tsx';
import {SyncProgress} from './sync-progress.tsx';

/** How a shop is joined from whatever page there is. */
export function useJoinDialog(
  join: Join,
  place: JoinPlace | undefined,
): {readonly open: () => void; readonly dialog: ReactNode} {
  const [opened, setOpened] = useState(false);
  return {
    open: () => setOpened(true),
    dialog: opened ? <JoinDialog join={join} place={place} onClose={() => setOpened(false)} /> : null,
  };
}

interface JoinDialogProps {
  readonly join: Join;
  readonly place: JoinPlace | undefined;
  readonly onClose: () => void;
}

/** From a code to the shop it belongs to. */
export function JoinDialog({join, place, onClose}: JoinDialogProps) {
  const {t} = useTranslation('desks');
  const [typed, setTyped] = useState('');
  // Mail programs break long codes into lines.
  const code = typed.replaceAll(/\s/g, '');
  return (
    <AskingDialog
      title={t('join.title')}
      lead={t('join.lead')}
      submit={t('join.submit')}
      isComplete={code !== ''}
      fields={(tried) => (
        <>
          {place === 'empty' || place === 'left' || place === 'lost' ? <p>{t(`join.instead.${place}`)}</p> : null}
          <TextAreaField
            label={t('join.code')}
            rows={3}
            maxLength={4_000}
            value={typed}
            error={tried && code === '' ? t('join.codeMissing') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </>
      )}
      doing={<SyncProgress words={t('join.doing')} />}
      wordsFor={({code: met}) => (met === 'sync.offline' ? t('join.unreachable') : undefined)}
      attempt={(deskName) => join(code, deskName)}
      onClose={onClose}
    />
  );
}
