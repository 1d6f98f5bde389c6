import {must} from '#core/lib/assert.ts';
import {type Language, type ShownLanguage, pseudoLanguage} from './language.ts';
import {type WordTree, pseudoWords} from './pseudo.ts';

const files = import.meta.glob<WordTree>('../../../assets/locales/*/*.json', {eager: true, import: 'default'});

/** All words of a language by feature, one JSON file each. */
export function wordsOf(language: ShownLanguage): Readonly<Record<string, WordTree>> {
  if (language === pseudoLanguage) {
    return Object.fromEntries(Object.entries(wordsIn('en')).map(([feature, words]) => [feature, pseudoWords(words)]));
  }
  return wordsIn(language);
}

function wordsIn(language: Language): Readonly<Record<string, WordTree>> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, words]) => {
      const [, of, feature] = must(/([^/]+)\/([^/]+)\.json$/.exec(path), 'the glob asks for this form');
      return of === language ? [[must(feature, 'the form has two parts'), words]] : [];
    }),
  );
}
