import {useTranslation} from 'react-i18next';
import {Section} from '../../ui/section.tsx';
import styles from '../../ui/sheet.module.css';

/** What printing is without a desktop: said before somebody looks for what is not there. */
export function InBrowser() {
  const {t} = useTranslation('printing');
  return (
    <Section title={t('section.browser')}>
      <p>{t('browser.can')}</p>
      <p>{t('browser.cannot')}</p>
      <ul className={styles.steps}>
        <li>{t('browser.one')}</li>
        <li>{t('browser.two')}</li>
        <li>{t('browser.three')}</li>
        <li>{t('browser.four')}</li>
      </ul>
      <p>{t('browser.desktop')}</p>
    </Section>
  );
}
