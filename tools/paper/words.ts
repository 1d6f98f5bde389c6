import {readFileSync} from 'node:fs';
import type {Words} from '#core/shipping/documents/words.ts';
import {must} from '#core/lib/assert.ts';
import {inRoot} from '../run/places.mjs';

/** The languages that documents can be written in. */
export const languages: readonly string[] = ['en', 'zh-CN'];

/** The words of paper in a language, out of the files that the desk reads too. */
export function wordsIn(language: string): Words {
  const phrases = new Map(
    phrasesIn(JSON.parse(readFileSync(inRoot('assets', 'locales', language, 'paper.json'), 'utf8'))),
  );
  const rules = new Intl.PluralRules(language);
  const plurals = new Map<number, string>();
  const plural = (count: number) => {
    const form = plurals.get(count) ?? rules.select(count);
    plurals.set(count, form);
    return form;
  };
  return (word, values) => {
    const count = values?.['count'];
    const form = typeof count === 'number' ? phrases.get(`${word}_${plural(count)}`) : undefined;
    const said = must(form ?? phrases.get(word), `the words of paper have ${word}`);
    return values ? said.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')) : said;
  };
}

function phrasesIn(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([step, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + step, value]];
    return typeof value === 'object' && value ? phrasesIn(value, `${path}${step}.`) : [];
  });
}
