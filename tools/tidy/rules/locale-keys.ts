import {localeFiles, placeOfKey, sourceLanguage, variablesOf, type LocaleFile} from '../locale-files.ts';
import {findingAt, type Finding, type Rule, type SourceFile} from '../source-file.ts';

const pluralForm = /^(.+)_(zero|one|two|few|many|other)$/;

/** A text and all its plural forms in one language. */
interface Phrase {
  readonly forms: ReadonlyMap<string, string>;
  readonly isPlural: boolean;
}

/**
 * Every language says the same things: the same keys, filled with the same values, none empty, plurals with exactly the
 * forms the language has.
 */
export const localeKeys: Rule = {
  name: 'locale-keys',
  check: (files) => {
    const locales = localeFiles(files);
    const source = locales.filter((locale) => locale.language === sourceLanguage);
    const languages = [...new Set(locales.map((locale) => locale.language))];
    return [
      ...locales.flatMap(malformed),
      ...source.flatMap((english) => languages.flatMap((language) => compare(english, language, locales))),
      ...locales
        .filter((locale) => !source.some((english) => english.feature === locale.feature))
        .map((locale) => finding(locale, '', `English has no ${locale.feature}.json.`)),
    ];
  },
};

function malformed(locale: LocaleFile): Finding[] {
  if (!isJson(locale.file)) return [finding(locale, '', 'This file is not JSON.')];
  return [...locale.entries]
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => finding(locale, key, `"${key}" says nothing.`));
}

function compare(english: LocaleFile, language: string, locales: readonly LocaleFile[]): Finding[] {
  const plurals = pluralsOf(english);
  const wanted = phrasesOf(english, plurals);
  const other = locales.find((locale) => locale.language === language && locale.feature === english.feature);
  if (!other) return [finding(english, '', `${language} has no ${english.feature}.json.`)];

  const found = phrasesOf(other, plurals);
  return [
    ...[...wanted].flatMap(([key, phrase]) => comparePhrase(other, key, phrase, found.get(key))),
    ...[...found.keys()]
      .filter((key) => !wanted.has(key))
      .map((key) => finding(other, key, `English has no "${key}".`)),
  ];
}

function comparePhrase(locale: LocaleFile, key: string, english: Phrase, phrase: Phrase | undefined): Finding[] {
  if (!phrase) return [finding(locale, key, `"${key}" is missing in ${locale.language}.`)];
  const findings: Finding[] = [];
  const forms = english.isPlural ? formsOf(locale.language) : [''];
  const given = [...phrase.forms.keys()].sort();
  if (given.join() !== forms.join()) {
    const says = `"${key}" has the forms ${given.join(', ')}; ${locale.language} has ${forms.join(', ')}.`;
    findings.push(finding(locale, english.isPlural ? `${key}_${given[0]}` : key, says));
  }
  const [wanted, filled] = [variables(english), variables(phrase)];
  if (wanted !== filled) {
    findings.push(finding(locale, key, `"${key}" is filled with {${filled}}, in English with {${wanted}}.`));
  }
  return findings;
}

/** Keys that English declares in two forms or more are plurals; `reason_other` alone is just a name. */
function pluralsOf(english: LocaleFile): Set<string> {
  const stems = [...english.entries.keys()].flatMap((key) => pluralForm.exec(key)?.[1] ?? []);
  return new Set(stems.filter((stem) => english.entries.has(`${stem}_one`) && english.entries.has(`${stem}_other`)));
}

function phrasesOf(locale: LocaleFile, plurals: ReadonlySet<string>): Map<string, Phrase> {
  const phrases = new Map<string, Map<string, string>>();
  for (const [key, text] of locale.entries) {
    const [, stem = '', form = ''] = pluralForm.exec(key) ?? [];
    const [name, at] = plurals.has(stem) ? [stem, form] : [key, ''];
    phrases.set(name, new Map([...(phrases.get(name) ?? []), [at, text]]));
  }
  return new Map([...phrases].map(([key, forms]) => [key, {forms, isPlural: plurals.has(key)}]));
}

function formsOf(language: string): string[] {
  return [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
}

function variables(phrase: Phrase): string {
  return [...new Set([...phrase.forms.values()].flatMap(variablesOf))].sort().join(', ');
}

function finding(locale: LocaleFile, key: string, says: string): Finding {
  return findingAt('locale-keys', locale.file, key ? placeOfKey(locale.file, key) : 0, says);
}

function isJson(file: SourceFile): boolean {
  try {
    JSON.parse(file.text);
    return true;
  } catch {
    return false;
  }
}
