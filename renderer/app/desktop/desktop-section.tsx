import {useTranslation} from 'react-i18next';
import type {DesktopCheck} from '#core/shell/desktop-checks.ts';
import {Button} from '../../ui/button.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {desktop} from './desktop.ts';
import {useDesktopCheck} from './desktop-check.ts';
import {Section} from '../../ui/section.tsx';
import styles from './desktop-section.module.css';

/** Help > Check this desktop: what Tradewind stands on here, beside what it was tested on. Only in the desktop. */
export function DesktopSection() {
  const {t} = useTranslation('settings');
  const {checks, run} = useDesktopCheck();
  if (!desktop) return null;

  const differing = Array.isArray(checks) ? checks.filter(({ok}) => !ok).length : 0;
  return (
    <Section title={t('section.desktop')} busy={checks === 'running'}>
      <Button onClick={() => void run()}>{t('check.run')}</Button>
      {checks === 'running' ? <p role="status">{t('check.running')}</p> : null}
      {Array.isArray(checks) ? (
        <>
          <p role="status">
            <StatusMark
              meaning={differing === 0 ? 'good' : 'watch'}
              word={differing === 0 ? t('check.same') : t('check.differs', {count: differing})}
            />
          </p>
          <CheckTable checks={checks} />
        </>
      ) : null}
    </Section>
  );
}

function CheckTable({checks}: {readonly checks: readonly DesktopCheck[]}) {
  const {t} = useTranslation('settings');
  const {t: desktopWords} = useTranslation('desktop');
  return (
    <table className={styles.checks}>
      <thead>
        <tr>
          <th scope="col">{t('check.title')}</th>
          <th scope="col">{t('check.found')}</th>
          <th scope="col">{t('check.expected')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({id, ok, found, expected}) => (
          <tr key={id}>
            <th scope="row">
              <StatusMark meaning={ok ? 'good' : 'watch'} word={desktopWords(`check.${id}`)} />
            </th>
            <td>{found}</td>
            <td>{expected}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
