import {assert} from '#core/lib/assert.ts';
import type {Dice} from '#core/lib/dice.ts';
import type {ListRow} from './list-columns.ts';

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What a person might type, each from an order that exists: `part` is cut out of the text, or all of it. */
const kinds: readonly {readonly share: number; readonly of: (row: ListRow, dice: Dice) => string | undefined}[] = [
  {share: 20, of: ({number}) => number.replace('#', '')},
  {share: 15, of: ({number}, dice) => part(number, 4, dice)},
  {share: 15, of: ({buyer}, dice) => dice.pick(buyer.split(' '))},
  {share: 10, of: ({buyer}) => buyer},
  {share: 10, of: ({skus}, dice) => dice.pick(skus.split(' '))},
  {
    share: 10,
    of: ({buyer, city}, dice) => (cjk.test(buyer + city) ? part(cjk.test(buyer) ? buyer : city, 2, dice) : undefined),
  },
  {share: 10, of: ({tracking}, dice) => (tracking === '' ? undefined : part(tracking, 6, dice))},
  {share: 10, of: ({items}, dice) => part(items, 5, dice)},
];

const triesMax = 100_000;

/** Searches as people type them; as many of each kind as its share of 100. */
export function searchesOf(rows: readonly ListRow[], dice: Dice): readonly string[] {
  return kinds.flatMap(({share, of}) => {
    const found: string[] = [];
    for (let tries = 0; found.length < share; tries += 1) {
      assert(tries < triesMax, 'a shop has orders of every kind');
      const typed = of(dice.pick(rows), dice)?.trim() ?? '';
      if ([...typed].length >= 2) found.push(typed);
    }
    return found;
  });
}

function part(text: string, length: number, dice: Dice): string {
  const letters = [...text];
  const from = dice.integer(0, Math.max(0, letters.length - length));
  return letters.slice(from, from + length).join('');
}
