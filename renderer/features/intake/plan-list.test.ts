import {expect, test, vi} from 'vitest';
import type {PlanItem} from '#core/intake/messages.ts';
import {PlanList, pageRows} from './plan-list.ts';

function givenList(total: number) {
  const asked: number[] = [];
  let edition = 'first';
  const list = new PlanList(total, async (from, count) => {
    asked.push(from);
    const items = Array.from({length: Math.min(count, total - from)}, (_, at): PlanItem => {
      return {file: 'a', rows: [from + at + 2], buyer: edition};
    });
    return {ok: true, value: {total, items}};
  });
  return {list, asked, say: (next: string) => (edition = next)};
}

test('a page is asked for once, when the grid comes to it', async () => {
  const {list, asked} = givenList(1_000);
  list.look(0, 40);
  list.look(10, 50);
  await vi.waitUntil(() => list.rowAt(0), 10_000);
  list.look(pageRows * 3 + 90, pageRows * 4 + 20);
  await vi.waitUntil(() => list.rowAt(pageRows * 4), 10_000);
  expect([asked, list.rowAt(5)?.rows, list.rowAt(pageRows * 4)?.rows, list.rowAt(pageRows)]).toEqual([
    [0, pageRows * 3, pageRows * 4],
    [7],
    [pageRows * 4 + 2],
    undefined,
  ]);
});

test('what was decided is asked for again, and the old rows stay until the new ones are here', async () => {
  const {list, say} = givenList(3);
  list.look(0, 3);
  await vi.waitUntil(() => list.rowAt(0), 10_000);
  say('second');
  list.renew();
  const meanwhile = list.rowAt(0)?.buyer;
  await vi.waitUntil(() => list.rowAt(0)?.buyer === 'second', 10_000);
  expect([meanwhile, list.version]).toEqual(['first', 2]);
});
