import {expect, test} from 'vitest';
import {beginning, entryOf} from '../journal/entry.ts';
import {monday} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {PendingRows} from './pending.ts';

test('of what waits only those asked for are read, each once, and those that stand side by side together', async () => {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    for (let n = 1; n <= 1_200; n += 1) {
      await tx.append(entryOf({...beginning, n: n - 1}, {n, name: 'orders.release', version: 1, args: {}, at: monday}));
    }
  });
  const read: (readonly number[])[] = [];
  const found = await store.read(async (tx) => {
    const rows = new PendingRows({
      ...tx,
      outbox: (after, limit) => {
        read.push([after, limit]);
        return tx.outbox(after, limit);
      },
    });
    const numbers = async (...asked: readonly number[]): Promise<readonly number[]> =>
      (await rows.at(asked)).map(({n}) => n);
    const many = Array.from({length: 1_001}, (_, at) => at + 100);
    return [
      await numbers(10, 3, 2, 7, 1, 9),
      await numbers(3, 4, 9, 10),
      await numbers(),
      (await numbers(...many)).every((n, at) => n === many[at]),
    ];
  });
  expect({found, read}).toEqual({
    found: [[1, 2, 3, 7, 9, 10], [3, 4, 9, 10], [], true],
    read: [
      [0, 3],
      [6, 1],
      [8, 2],
      [3, 1],
      [99, 500],
      [599, 500],
      [1_099, 1],
    ],
  });
});
