import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {BackupInside} from '#core/storage/messages.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {useShop} from '../../app/shop/shop-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {formatBytes} from '../../ui/format/bytes.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {TextAreaField} from '../../ui/text-field.tsx';
import styles from '../../ui/sheet.module.css';

interface RestoreFormProps {
  readonly inside: BackupInside;
  /** Why the last try was refused; nothing was changed by it. */
  readonly fault?: Fault;
  readonly near?: readonly string[];
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onClose: () => void;
  readonly onRestore: () => void;
}

/** What a backup holds, its words, and what exactly will happen. */
export function RestoreForm({inside, fault, near = [], typed, onTyped, onClose, onRestore}: RestoreFormProps) {
  const {t, i18n} = useTranslation('storage');
  const locale = useLocale();
  const stands = useShop(({shops}) => shops.some(({kind}) => kind === inside.shop));
  useKeys('dialog', []);
  const words = fault && [faultWords(i18n, fault), near.length > 0 ? t('restore.near', {words: near.join(', ')}) : ''];
  return (
    <Dialog
      title={t('restore.title')}
      opened
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('backup.cancel')}</Button>
          <Button variant="primary" disabled={typed.trim() === ''} onClick={onRestore}>
            {t('restore.act')}
          </Button>
        </>
      }
    >
      <div className={styles.asked}>
        <dl className={styles.facts}>
          <dt>{t('restore.shop')}</dt>
          <dd>{t(`restore.${inside.shop}`)}</dd>
          <dt>{t('restore.made')}</dt>
          <dd>{formatMoment(locale, inside.madeAt, 'full')}</dd>
          <dt>{t('restore.changes')}</dt>
          <dd>{formatCount(locale, inside.changes)}</dd>
          <dt>{t('restore.size')}</dt>
          <dd>{formatBytes(locale, inside.bytes)}</dd>
        </dl>
        <TextAreaField
          label={t('restore.phrase')}
          hint={t('restore.phraseHint')}
          value={typed}
          rows={2}
          error={words ? words.join(' ').trim() : null}
          onChange={(event) => onTyped(event.currentTarget.value)}
        />
        <div className={styles.will}>
          <h3>{t('restore.will')}</h3>
          <ol className={styles.steps}>
            {stands ? (
              <>
                <li>{t('restore.willKeep')}</li>
                <li>{t('restore.willPlace')}</li>
              </>
            ) : (
              <li>{t('restore.willNew')}</li>
            )}
          </ol>
        </div>
      </div>
    </Dialog>
  );
}
