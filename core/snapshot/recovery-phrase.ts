import {entropyToMnemonic, mnemonicToEntropy, validateMnemonic} from '@scure/bip39';
import {wordlist as english} from '@scure/bip39/wordlists/english.js';
import {wordlist as chinese} from '@scure/bip39/wordlists/simplified-chinese.js';
import {assert} from '../lib/assert.ts';
import {type Result, fail, ok} from '../lib/result.ts';

export type PhraseLanguage = 'en' | 'zh-CN';

export const phraseWords = 12;
/** A phrase is 128 random bits and a sum of four: too many to be guessed, so nothing is gained by stretching them. */
export const phraseBytes = 16;

const lists: Readonly<Record<PhraseLanguage, string[]>> = {en: english, 'zh-CN': chinese};
const han = /\p{Script=Han}/u;

/** The twelve words that say these bytes (BIP 39). */
export function phraseOf(entropy: Uint8Array, language: PhraseLanguage): string {
  assert(entropy.length === phraseBytes, 'the bytes of twelve words');
  return entropyToMnemonic(entropy, lists[language]);
}

/**
 * The bytes that a typed phrase says. Case, width and the kind of spaces do not matter; Chinese words, of one sign each, need
 * none. A fault tells the place of a word and never the word: it is a secret.
 */
export function readPhrase(typed: string): Result<Uint8Array<ArrayBuffer>> {
  const {words, language} = wordsOf(typed);
  const list = lists[language];
  const unknown = words.findIndex((word) => !list.includes(word));
  if (unknown >= 0) return fail('backups.word_unknown', {position: unknown + 1});
  if (words.length !== phraseWords) {
    return fail('backups.words_missing', {count: words.length, expected: phraseWords});
  }
  // Twelve words of the list: what is left to be wrong is their sum.
  const phrase = words.join(' ');
  if (!validateMnemonic(phrase, list)) return fail('backups.words_disagree');
  return ok(new Uint8Array(mnemonicToEntropy(phrase, list)));
}

/** The words of the list that are nearest to a word of a typed phrase, for whoever shows it to the person who typed it. */
export function nearestWords(typed: string, position: number): readonly string[] {
  const {words, language} = wordsOf(typed);
  const word = words[position - 1];
  // Chinese words are single signs: none is nearer than another.
  if (word === undefined || language !== 'en') return [];
  const near = english.map((known) => ({known, steps: stepsBetween(word, known)})).filter(({steps}) => steps <= 2);
  near.sort((a, b) => a.steps - b.steps || (a.known < b.known ? -1 : 1));
  return near.slice(0, 3).map(({known}) => known);
}

function wordsOf(typed: string): {readonly words: readonly string[]; readonly language: PhraseLanguage} {
  const plain = typed.normalize('NFKC').toLowerCase().trim();
  const parts = plain.split(/[\s,.;\u3001\u3002]+/u).filter((part) => part !== '');
  if (!han.test(plain)) return {words: parts, language: 'en'};
  return {words: parts.flatMap((part) => (han.test(part) ? [...part] : [part])), language: 'zh-CN'};
}

/** Letters to put in, take out, change, or exchange with their neighbour, to make one word of the other. */
function stepsBetween(from: string, to: string): number {
  const rows: number[][] = [Array.from({length: to.length + 1}, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= to.length; column += 1) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1;
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + changed,
          isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(from.length, to.length);
}
