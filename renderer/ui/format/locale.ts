import {useTranslation} from 'react-i18next';

/** The language the page speaks now, as a tag for `Intl`; whoever draws with it is drawn again when it changes. */
export function useLocale(): string {
  return useTranslation().i18n.language;
}
