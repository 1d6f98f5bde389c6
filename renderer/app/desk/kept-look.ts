import type {i18n} from 'i18next';
import {check, flag, object, oneOf} from '#core/lib/shape.ts';
import {useSingleKeys} from '../keys/single-keys.ts';
import {schemeChoices, useScheme} from '../theme/scheme.ts';
import {languages} from '../words/language.ts';
import {chooseLanguage} from '../words/words.ts';
import type {Desk} from './desk.ts';

const look = object({scheme: oneOf(schemeChoices), language: oneOf(languages), singleKeys: flag()});

/**
 * Theme, language and keys are read from localStorage before the first paint; the desk keeps them too, because a killed
 * process can lose what localStorage was told in its last seconds.
 */
export function keepLook(desk: Desk, words: i18n): void {
  const kept = check(look, desk.recalled('look'));
  if (kept.ok) {
    const {scheme, language, singleKeys} = kept.value;
    if (useScheme.getState().choice !== scheme) useScheme.getState().choose(scheme);
    if (useSingleKeys.getState().on !== singleKeys) useSingleKeys.getState().set(singleKeys);
    // A language asked for in the address is for this page only.
    const isChosen = !new URLSearchParams(window.location.search).has('lang');
    if (isChosen && words.language !== language) void chooseLanguage(words, language);
  }

  const remember = (): void => {
    const language = languages.find((each) => each === words.language);
    if (!language) return;
    desk.remember('look', {
      scheme: useScheme.getState().choice,
      language,
      singleKeys: useSingleKeys.getState().on,
    });
  };
  useScheme.subscribe(remember);
  useSingleKeys.subscribe(remember);
  words.on('languageChanged', remember);
}
