import type {ReactNode} from 'react';
import styles from './country-mark.module.css';
import {countryName} from './format/countries.ts';
import {useLocale} from './format/locale.ts';

/** A country by its ISO code, in a tag; its name in the tooltip. Flags are no characters on Windows and most of Linux. */
export function CountryMark({code}: {readonly code: string}) {
  return countryCell(useLocale(), code);
}

/** The same without a component's own cost, for cells that are drawn by the thousand. */
export function countryCell(locale: string, code: string): ReactNode {
  return (
    <abbr className={styles.country} title={countryName(locale, code)}>
      {code}
    </abbr>
  );
}
