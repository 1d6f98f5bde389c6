import {type i18n, createInstance} from 'i18next';
import {initReactI18next} from 'react-i18next';
import {type Language, type ShownLanguage, languageFor, languages, pseudoLanguage} from './language.ts';
import {wordsOf} from './locale-files.ts';

const place = 'tradewind.language';

/** The words of the product, ready at once: every language is bundled. */
export function createWords(language: ShownLanguage): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: Object.fromEntries(languages.map((each) => [each, wordsOf(each)])),
    defaultNS: 'app',
    // React escapes what it writes.
    interpolation: {escapeValue: false},
    initAsync: false,
  });
  addPseudo(words, language);
  return words;
}

/**
 * The words of this window, in the language that the address asks for (`?lang=`, the only way to the pseudo-language),
 * that the person chose, or that the system speaks; `<html lang>` follows.
 */
export function startWords(window: Window): i18n {
  const asked = new URLSearchParams(window.location.search).get('lang');
  const chosen = asked ?? window.localStorage.getItem(place);
  const known = ([...languages, pseudoLanguage] as const).find((each) => each === chosen);
  const language = known ?? languageFor(window.navigator.languages);
  const words = createWords(language);
  const {documentElement} = window.document;
  documentElement.lang = language;
  words.on('languageChanged', (next) => {
    documentElement.lang = next;
  });
  return words;
}

/** Speaks another language from now on, and after the next start. */
export async function chooseLanguage(words: i18n, language: Language): Promise<void> {
  localStorage.setItem(place, language);
  await words.changeLanguage(language);
}

function addPseudo(words: i18n, language: ShownLanguage): void {
  if (language !== pseudoLanguage) return;
  for (const [feature, tree] of Object.entries(wordsOf(pseudoLanguage))) {
    words.addResourceBundle(pseudoLanguage, feature, tree);
  }
}
