import {Fragment} from 'react';
import {useTranslation} from 'react-i18next';
import styles from './key-caps.module.css';
import {keyCaps} from './key-names.ts';

/** Keys as they are declared (`g o`, `Ctrl+K`), drawn as on a keyboard. */
export function KeyCaps({keys}: {readonly keys: string}) {
  const {t} = useTranslation('ui');
  return (
    <span className={styles.keys}>
      {keyCaps(keys, t).map((caps, at) => (
        <Fragment key={at}>
          {caps.map((cap) => (
            <kbd key={cap} className={styles.cap}>
              {cap}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
