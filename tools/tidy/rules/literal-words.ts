import {findingAt, isTestCode, type Finding, type Rule, type SourceFile} from '../source-file.ts';
import {tokensOf, type Token} from '../tokens.ts';

const spoken = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label'];
// Names and signs that are the same in every language.
const untranslated = ['Tradewind', 'Ctrl', 'Alt', 'Shift', 'Esc', 'Enter', 'Tab'];

/** Words people read stand in `assets/locales`, so that every language has them; the renderer's tags hold none. */
export const literalWords: Rule = {
  name: 'literal-words',
  check: (files) =>
    files.filter((file) => /^renderer\/.+\.tsx$/.test(file.path) && !isTestCode(file.path)).flatMap(check),
};

function check(file: SourceFile): Finding[] {
  const tokens = tokensOf(file);
  return tokens.flatMap((token, index) => {
    if (!isRead(tokens, index) || !hasWords(token.text)) return [];
    const shown = token.text.trim().replace(/\s+/g, ' ').slice(0, 40);
    return [findingAt('literal-words', file, token.start, `"${shown}" belongs in assets/locales.`)];
  });
}

function isRead(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind === 'words') return true;
  if (token?.kind === 'attribute') return isSpoken(tokens[index - 2]) && tokens[index - 1]?.text === '=';
  if (token?.kind !== 'string' && token?.kind !== 'template') return false;
  if (tokens[index + 1]?.text !== '}') return false;
  return isSpoken(tokens[index - 3]) && tokens[index - 2]?.text === '=' && tokens[index - 1]?.text === '{';
}

function isSpoken(token: Token | undefined): boolean {
  return token?.kind === 'name' && spoken.includes(token.text);
}

function hasWords(text: string): boolean {
  const rest = untranslated.reduce((left, word) => left.replaceAll(word, ''), text.replace(/&\w+;/g, ''));
  return /\p{L}/u.test(rest);
}
