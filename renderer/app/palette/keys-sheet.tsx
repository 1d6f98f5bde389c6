import {useTranslation} from 'react-i18next';
import {Dialog} from '../../ui/dialog.tsx';
import {KeyCaps} from '../../ui/key-caps.tsx';
import {type Action, keysOfAction} from '../keys/actions.ts';
import {useSingleKeys} from '../keys/single-keys.ts';
import {useKeys} from '../keys/use-keys.ts';
import styles from './keys-sheet.module.css';

interface KeysSheetProps {
  /** What could be done when it was opened. */
  readonly offered: readonly Action[];
  readonly onClose: () => void;
}

/** Every key that works where it was opened. */
export function KeysSheet({offered, onClose}: KeysSheetProps) {
  const {t, i18n} = useTranslation('app');
  const {on} = useSingleKeys();
  useKeys('dialog', []);
  const keyed = offered.filter((action) => keysOfAction(action).length > 0);
  const sections = [...new Set(keyed.map((action) => action.section))];

  return (
    <Dialog title={t('keys.title')} opened onClose={onClose} width={720}>
      {on ? null : <p className={styles.off}>{t('keys.off')}</p>}
      <div className={styles.sections}>
        {sections.map((section) => (
          <section key={section} className={styles.section}>
            <h3>{i18n.t(section)}</h3>
            <dl>
              {keyed
                .filter((action) => action.section === section)
                .map((action) => (
                  <div key={action.id} className={styles.line}>
                    <dt>{i18n.t(action.word)}</dt>
                    <dd>
                      {keysOfAction(action).map((keys) => (
                        <KeyCaps key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
