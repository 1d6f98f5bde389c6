import {useEffect, useId, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import styles from '../../ui/sheet.module.css';
import {TextField} from '../../ui/text-field.tsx';
import {masterAddress} from '#core/sync/master-address.ts';
import {SyncProgress} from './sync-progress.tsx';
import {Trouble} from './trouble.tsx';

type Step = {readonly at: 'asks'; readonly fault?: Fault} | {readonly at: 'doing'};

/** Puts the open shop on a master: asks where that is, and watches the shop go there, or lets it go there meanwhile. */
export function BeginDialog({onClose}: {readonly onClose: () => void}) {
  const {t, i18n} = useTranslation('desks');
  const data = useData();
  const [url, setUrl] = useState('');
  const [setupCode, setSetupCode] = useState('');
  const [deskName, setDeskName] = useState('');
  const [tried, setTried] = useState(false);
  const [step, setStep] = useState<Step>({at: 'asks'});
  const formId = useId();
  const isWatched = useWatched();
  useKeys('dialog', []);

  const address = masterAddress(url);
  const begin = async (): Promise<void> => {
    setTried(true);
    if (!address.ok || setupCode.trim() === '' || deskName.trim() === '') return;
    setStep({at: 'doing'});
    const said = await data.call('sync.begin', {
      url: address.value,
      setupCode: setupCode.trim(),
      deskName: deskName.trim(),
    });
    const {say} = useNotices.getState();
    const ended = said.ok ? said.value : said;
    if (ended.ok) useSync.setState({sync: ended.value});
    // Who goes on working meanwhile hears of it in the line of notices, who watches reads it here.
    else if (isWatched.current) return setStep({at: 'asks', fault: ended.fault});
    else return say(faultWords(i18n, ended.fault));
    say(t('begin.done'));
    if (isWatched.current) onClose();
  };

  if (step.at === 'doing') {
    return (
      <Dialog
        title={t('begin.title')}
        opened
        onClose={onClose}
        actions={
          <Button variant="primary" onClick={onClose}>
            {t('goOn')}
          </Button>
        }
      >
        <SyncProgress words={t('begin.doing')} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('begin.title')}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t('begin.submit')}
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
          void begin();
        }}
      >
        <p>{t('begin.lead')}</p>
        {step.fault ? <Trouble fault={step.fault} isAnswer /> : null}
        <TextField
          label={t('begin.url')}
          hint={t('begin.urlHint')}
          inputMode="url"
          autoComplete="off"
          maxLength={300}
          value={url}
          error={tried && !address.ok ? t('begin.urlWrong') : null}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextField
          label={t('begin.code')}
          autoComplete="off"
          maxLength={200}
          value={setupCode}
          error={tried && setupCode.trim() === '' ? t('begin.codeMissing') : null}
          onChange={(event) => setSetupCode(event.currentTarget.value)}
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

/** Whether the dialog still stands. */
function useWatched(): {readonly current: boolean} {
  const watched = useRef(true);
  useEffect(() => {
    watched.current = true;
    return () => {
      watched.current = false;
    };
  }, []);
  return watched;
}
