import {describe, expect, test} from 'vitest';
import {faults} from '#core/faults.ts';
import {faultWords} from './fault-words.ts';
import {languageFor, languages} from './language.ts';
import {wordsOf} from './locale-files.ts';
import {type WordTree, pseudoText} from './pseudo.ts';
import {createWords} from './words.ts';

describe('every language', () => {
  test('says everything that English says, and nothing else', () => {
    const said = (language: (typeof languages)[number]) =>
      [...new Set(flat(wordsOf(language)).map(([key]) => stem(key)))].toSorted();
    expect(said('zh-CN')).toEqual(said('en'));
  });

  test('fills its sentences with the same values as English', () => {
    const english = new Map(flat(wordsOf('en')).map(([key, text]) => [stem(key), filledWith(text)]));
    const otherwise = flat(wordsOf('zh-CN')).filter(([key, text]) => english.get(stem(key)) !== filledWith(text));
    expect(otherwise).toEqual([]);
  });

  test.each(languages)('has a sentence for every fault (%s)', (language) => {
    const words = createWords(language);
    const silent = (Object.keys(faults) as (keyof typeof faults)[]).filter((code) =>
      faultWords(words, {code, values: {}}).includes('fault.'),
    );
    expect(silent).toEqual([]);
  });
});

test('a fault is said with its values', () => {
  const fault = {code: 'money.mixed_currencies', values: {expected: 'EUR', found: 'JPY'}} as const;
  expect(languages.map((language) => faultWords(createWords(language), fault))).toEqual([
    'JPY cannot be added to EUR. Convert it with a rate first.',
    'JPY 不能与 EUR 直接相加，请先按汇率换算。',
  ]);
});

test('the language changes while the window is open', async () => {
  const words = createWords('en');
  const before = words.t('rail.orders');
  await words.changeLanguage('zh-CN');
  expect([before, words.t('rail.orders')]).toEqual(['Orders', '订单']);
});

test('counts are grouped as the language does it', () => {
  const words = createWords('en');
  expect([1, 12480].map((count) => words.t('selection.count', {count}))).toEqual(['1 selected', '12,480 selected']);
});

test('the pseudo-language is longer, accented, and keeps what is filled in', () => {
  expect({
    text: pseudoText('Void {{count, number}} labels'),
    said: createWords('en-XA').t('selection.count', {count: 3}),
  }).toEqual({text: '[Ṽöîð {{count, number}} ļåƀéļš~~~~~]', said: '[3 šéļéçţéð~~~~]'});
});

test('nobody is offered the pseudo-language', () => {
  expect([['en-XA'], ['zh-TW', 'en'], ['de', 'zh-CN'], ['de-DE'], []].map((wanted) => languageFor(wanted))).toEqual([
    'en',
    'zh-CN',
    'zh-CN',
    'en',
    'en',
  ]);
});

function flat(tree: WordTree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

/** Languages have different plurals: the forms of one sentence count as one. */
function stem(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

function filledWith(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name))]
    .toSorted((a, b) => a.localeCompare(b))
    .join();
}
