import styles from './country-mark.module.css';
import {countryName} from './format/countries.ts';
import {useLocale} from './format/locale.ts';

/** A country by its ISO code, in a tag; its name in the tooltip. Flags are no characters on Windows and most of Linux. */
export function CountryMark({code}: {readonly code: string}) {
  const locale = useLocale();
  return (
    <abbr className={styles.country} title={countryName(locale, code)}>
      {code}
    </abbr>
  );
}
