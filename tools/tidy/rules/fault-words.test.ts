import {expect, test} from 'vitest';
import {faultWords} from './fault-words.ts';

const faults = {
  path: 'core/faults.ts',
  text: "export const faults = {\n  'orders.not_found': 'reject',\n  'store.full': 'ask',\n};",
};
const words = (language: string, feature: string, fault: object) => ({
  path: `assets/locales/${language}/${feature}.json`,
  text: JSON.stringify({fault}),
});

test('a fault that one language cannot say is named with that language', () => {
  const files = [
    faults,
    words('en', 'orders', {not_found: 'Gone'}),
    words('en', 'store', {full: 'Full'}),
    words('zh', 'orders', {not_found: '没有'}),
  ];
  expect(faultWords.check(files)).toEqual([
    {path: 'core/faults.ts', line: 3, rule: 'fault-words', says: 'store.json lacks "fault.full" in zh.'},
  ]);
});

test('without any words every fault is missing in English', () => {
  expect(faultWords.check([faults]).map((finding) => finding.says)).toEqual([
    'orders.json lacks "fault.not_found" in en.',
    'store.json lacks "fault.full" in en.',
  ]);
});

test('faults that every language can say are fine, nested or dotted', () => {
  const dotted = {path: 'assets/locales/en/store.json', text: '{"fault.full": "Full"}'};
  expect(faultWords.check([faults, words('en', 'orders', {not_found: 'Gone'}), dotted])).toEqual([]);
});
