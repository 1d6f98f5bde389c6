import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Result} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {QrCode} from '../../ui/qr-code.tsx';
import {TextAreaField} from '../../ui/text-field.tsx';
import styles from '../../ui/sheet.module.css';
import own from './desks.module.css';
import {Trouble} from './trouble.tsx';

/** Long enough to walk to the other desk. */
const codeMinutes = 15;

interface JoinCode {
  readonly code: string;
  readonly expiresAt: Instant;
}

/** A code that lets one more desk in, to be scanned, pasted or typed there. */
export function AddDesk({onClose}: {readonly onClose: () => void}) {
  const {t} = useTranslation('desks');
  const made = useJoinCode();
  const {say} = useNotices.getState();
  useKeys('dialog', []);
  const copy = async (code: string): Promise<void> => {
    // Refused where the system allows it to nobody; the code can still be selected.
    const isCopied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    say(isCopied ? t('add.copied') : t('add.notCopied'));
  };
  return (
    <Dialog
      title={t('add.title')}
      opened
      onClose={onClose}
      actions={
        <>
          {made?.ok ? <Button onClick={() => void copy(made.value.code)}>{t('add.copy')}</Button> : null}
          <Button variant="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <div className={styles.asked} aria-busy={made === undefined}>
        {made === undefined ? <p role="status">{t('add.making')}</p> : null}
        {made?.ok === false ? <Trouble fault={made.fault} isAnswer /> : null}
        {made?.ok ? <Shown {...made.value} /> : null}
      </div>
    </Dialog>
  );
}

function Shown({code, expiresAt}: JoinCode) {
  const {t} = useTranslation('desks');
  const locale = useLocale();
  return (
    <>
      <p>{t('add.lead')}</p>
      <div className={own.code}>
        <QrCode text={code} label={t('add.picture')} />
        <div className={styles.asked}>
          <TextAreaField label={t('add.code')} rows={7} readOnly value={code} />
          <p>{t('add.valid', {time: formatMoment(locale, expiresAt, 'time')})}</p>
        </div>
      </div>
    </>
  );
}

/** Asked once: a code that nobody uses is worth nothing a quarter of an hour later. */
function useJoinCode(): Result<JoinCode> | undefined {
  const data = useData();
  const [made, setMade] = useState<Result<JoinCode> | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void data.call('sync.code', {minutes: codeMinutes}).then((said) => {
      if (wanted) setMade(said.ok ? said.value : said);
    });
    return () => {
      wanted = false;
    };
  }, [data]);
  return made;
}
