import {localeFiles, sourceLanguage} from '../locale-files.ts';
import {findingAt, type Finding, type Rule, type SourceFile} from '../source-file.ts';
import {tokensOf, type Token} from '../tokens.ts';

/** Whatever can fail can be said: each code of `core/faults.ts` has its `fault.*` words in every language. */
export const faultWords: Rule = {
  name: 'fault-words',
  check: (files) => files.filter((file) => file.path === 'core/faults.ts').flatMap((file) => check(file, files)),
};

function check(file: SourceFile, files: readonly SourceFile[]): Finding[] {
  const known = new Map<string, Set<string>>([[sourceLanguage, new Set()]]);
  for (const {language, feature, entries} of localeFiles(files)) {
    const codes = known.get(language) ?? new Set();
    for (const key of entries.keys())
      if (key.startsWith('fault.')) codes.add(`${feature}.${key.slice('fault.'.length)}`);
    known.set(language, codes);
  }

  return codesOf(file).flatMap((code) => {
    const silent = [...known].filter(([, codes]) => !codes.has(code.text)).map(([language]) => language);
    const [feature, ...rest] = code.text.split('.');
    const says = `${feature}.json lacks "fault.${rest.join('.')}" in ${silent.sort().join(', ')}.`;
    return silent.length > 0 ? [findingAt('fault-words', file, code.start, says)] : [];
  });
}

/** The keys of the table of faults: quoted, dotted, followed by a colon. */
function codesOf(file: SourceFile): Token[] {
  const tokens = tokensOf(file);
  return tokens.filter(
    (token, index) => token.kind === 'string' && /^\w+\.\w+$/.test(token.text) && tokens[index + 1]?.text === ':',
  );
}
