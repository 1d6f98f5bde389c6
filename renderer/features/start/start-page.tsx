import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {ShopFacts} from '#core/data/messages.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import middle from '../../ui/middle.module.css';
import styles from './start.module.css';

interface StartPageProps {
  readonly shops: readonly ShopFacts[];
  /** Orders of a demo shop that would be made. */
  readonly demoOrders: number;
  readonly making: {readonly done: number; readonly total: number} | undefined;
  readonly fault: Fault | undefined;
  readonly onDemo: () => void;
  readonly onOwn: () => void;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
  readonly onRestore: () => void;
  /** Absent where a shop of one's own stands already: it is never replaced. */
  readonly onJoin: (() => void) | undefined;
}

/** The first thing anybody sees: a demo shop to look around in, a shop of one's own, one from a backup, or one of others. */
export function StartPage({
  shops,
  demoOrders,
  making,
  fault,
  onDemo,
  onOwn,
  onDelete,
  onCancel,
  onRestore,
  onJoin,
}: StartPageProps) {
  const {t, i18n} = useTranslation('start');
  const locale = useLocale();
  const demo = shops.find(({kind}) => kind === 'demo');
  const standsOwn = shops.some(({kind}) => kind === 'own');
  const orders = formatCount(locale, demo?.orderCount ?? demoOrders);
  return (
    <main id="page" className={middle.page}>
      <div className={styles.middle}>
        <h1 className={middle.name}>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        {fault ? <MeaningLine meaning="stop" words={faultWords(i18n, fault)} role="alert" /> : null}
        {making ? (
          <Making {...making} onCancel={onCancel} />
        ) : (
          <div className={styles.ways}>
            <div className={styles.way}>
              <Button variant="primary" onClick={onDemo}>
                {t('demo')}
              </Button>
              <p>{t('demoHint', {orders})}</p>
              {demo ? (
                <Button variant="quiet" onClick={onDelete}>
                  {t('deleteDemo')}
                </Button>
              ) : null}
            </div>
            <div className={styles.way}>
              <Button onClick={onOwn}>{t(standsOwn ? 'ownStands' : 'own')}</Button>
              <p>{t(standsOwn ? 'ownStandsHint' : 'ownHint')}</p>
              <Button variant="quiet" onClick={onRestore}>
                {t('restore')}
              </Button>
            </div>
            {onJoin ? (
              <div className={styles.way}>
                <Button onClick={onJoin}>{t('join')}</Button>
                <p>{t('joinHint')}</p>
              </div>
            ) : null}
          </div>
        )}
      </div>
    </main>
  );
}

interface MakingProps {
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

function Making({done, total, onCancel}: MakingProps) {
  const {t} = useTranslation('start');
  const locale = useLocale();
  const figures = t('progress', {done: formatCount(locale, done), total: formatCount(locale, total)});
  return (
    <div className={styles.making}>
      <span id="making">{t('making')}</span>
      <progress aria-labelledby="making" value={done} max={total} />
      <span className={middle.figures}>{figures}</span>
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </div>
  );
}
