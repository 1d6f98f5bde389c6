import {useTranslation} from 'react-i18next';
import {useNotices} from '../../app/frame/notices.ts';
import {callPrinting} from '../../app/printing/print-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import styles from '../../ui/sheet.module.css';

/** The way on from a print queue that cannot be read, and what it costs. */
export function SetAside() {
  const {t, i18n} = useTranslation('printing');
  const setAside = async (): Promise<void> => {
    const done = await callPrinting('printing.setAside', {});
    useNotices.getState().say(done.ok ? t('aside.did') : faultWords(i18n, done.fault));
  };
  return (
    <>
      <p>{t('aside.lead')}</p>
      <div className={styles.acts}>
        <Button variant="danger" onClick={() => void setAside()}>
          {t('aside.act')}
        </Button>
      </div>
    </>
  );
}
