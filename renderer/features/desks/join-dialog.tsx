import {type ReactNode, useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import {useData} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {Join} from '../../app/sync/joining.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import styles from '../../ui/sheet.module.css';
import {TextAreaField, TextField} from '../../ui/text-field.tsx';
import {SyncProgress} from './sync-progress.tsx';
import {Trouble} from './trouble.tsx';

/** How a shop is joined from whatever page there is. */
export function useJoinDialog(join: Join): {readonly open: () => void; readonly dialog: ReactNode} {
  const [opened, setOpened] = useState(false);
  return {
    open: () => setOpened(true),
    dialog: opened ? <JoinDialog join={join} onClose={() => setOpened(false)} /> : null,
  };
}

type Step = {readonly at: 'asks'; readonly fault?: Fault} | {readonly at: 'doing'};

interface JoinDialogProps {
  readonly join: Join;
  readonly onClose: () => void;
}

/** From a code to the shop it belongs to. */
export function JoinDialog({join, onClose}: JoinDialogProps) {
  const {t} = useTranslation('desks');
  const data = useData();
  const [code, setCode] = useState('');
  const [deskName, setDeskName] = useState('');
  const [tried, setTried] = useState(false);
  const [step, setStep] = useState<Step>({at: 'asks'});
  const formId = useId();
  useKeys('dialog', []);

  const submit = async (): Promise<void> => {
    setTried(true);
    // Mail programs break long codes into lines.
    const whole = code.replaceAll(/\s/g, '');
    if (whole === '' || deskName.trim() === '') return;
    setStep({at: 'doing'});
    const ended = await join(whole, deskName.trim());
    if (ended === undefined) onClose();
    else setStep(ended === 'cancelled' ? {at: 'asks'} : {at: 'asks', fault: ended});
  };
  const cancel = (): void => void data.call('sync.cancel', null);

  if (step.at === 'doing') {
    return (
      <Dialog title={t('join.title')} opened onClose={cancel} actions={<Button onClick={cancel}>{t('cancel')}</Button>}>
        <SyncProgress words={t('join.doing')} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('join.title')}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t('join.submit')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.asked}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{t('join.lead')}</p>
        {step.fault ? <Trouble fault={step.fault} isAnswer /> : null}
        <TextAreaField
          label={t('join.code')}
          rows={3}
          maxLength={4_000}
          value={code}
          error={tried && code.trim() === '' ? t('join.codeMissing') : null}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="off"
          maxLength={80}
          value={deskName}
          error={tried && deskName.trim() === '' ? t('nameMissing') : null}
          onChange={(event) => setDeskName(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
