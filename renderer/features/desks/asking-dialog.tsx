import {type ReactNode, useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import {useData} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import styles from '../../ui/sheet.module.css';
import {TextField} from '../../ui/text-field.tsx';
import {Trouble} from './trouble.tsx';

/** How a try ended: undefined where there is nothing left to ask. */
export type Ended = Fault | 'cancelled' | undefined;

interface AskingDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly submit: string;
  /** What is asked beside the name of this desk; told whether somebody has tried to go on without it. */
  readonly fields: (tried: boolean) => ReactNode;
  readonly isComplete: boolean;
  /** What is shown while it is tried. */
  readonly doing: ReactNode;
  /** Why nothing has come of it, where the fault's own words were made for later. */
  readonly wordsFor: (fault: Fault) => string | undefined;
  readonly attempt: (deskName: string) => Promise<Ended>;
  readonly onClose: () => void;
}

/** Asks what a master is to be told, tries, and asks again with all that was typed where that was refused. */
export function AskingDialog({
  title,
  lead,
  submit,
  fields,
  isComplete,
  doing,
  wordsFor,
  attempt,
  onClose,
}: AskingDialogProps) {
  const {t} = useTranslation('desks');
  const data = useData();
  const [deskName, setDeskName] = useState('');
  const [tried, setTried] = useState(false);
  const [isDoing, setIsDoing] = useState(false);
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  const formId = useId();
  useKeys('dialog', []);

  const tryIt = async (): Promise<void> => {
    setTried(true);
    if (!isComplete || deskName.trim() === '') return;
    setIsDoing(true);
    const ended = await attempt(deskName.trim());
    setIsDoing(false);
    if (ended === undefined) onClose();
    else setFault(ended === 'cancelled' ? undefined : ended);
  };
  const cancel = isDoing ? () => void data.call('sync.cancel', null) : onClose;
  return (
    <Dialog
      title={title}
      opened
      onClose={cancel}
      actions={
        <>
          <Button onClick={cancel}>{t('cancel')}</Button>
          {isDoing ? null : (
            <Button variant="primary" type="submit" form={formId}>
              {submit}
            </Button>
          )}
        </>
      }
    >
      {isDoing ? (
        doing
      ) : (
        <form
          id={formId}
          className={styles.asked}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void tryIt();
          }}
        >
          <p>{lead}</p>
          {fault ? <Trouble fault={fault} words={wordsFor(fault)} isAnswer /> : null}
          {fields(tried)}
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
      )}
    </Dialog>
  );
}
