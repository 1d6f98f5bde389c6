import {expect, test} from 'vitest';
import {mutatorsAwaitTx, noCatchInCore} from './mutators.ts';

test.each(['fetch(url)', 'sleep(1)', 'tax.get(tx2)', 'port.send(order)', 'promise', 'Promise.all([a, b])'])(
  'a mutator may not await %s',
  (expression) => {
    const file = {
      path: 'core/orders/mutators.ts',
      text: `async (tx) => {\n  const tx2 = 1;\n  await ${expression};\n};`,
    };
    expect(mutatorsAwaitTx.check([file]).map((finding) => finding.line)).toEqual([3]);
  },
);

test('a mutator awaits tx and what is handed tx', () => {
  const text = `
    await tx.orders.get(id);
    await nextNumber(tx, {range});
    await stock.reserve(line.sku, tx);
    await Promise.all(ids.map((id) => tx.orders.get(id)));
  `;
  const files = [
    {path: 'core/orders/mutators.ts', text},
    {path: 'core/orders/queries.ts', text: 'await fetch(url)'},
  ];
  expect(mutatorsAwaitTx.check(files)).toEqual([]);
});

test.each(['try { go(); } catch { end(); }', 'try { go(); } catch (error) { end(error); }', 'go().catch(ignore);'])(
  'core may not say %s',
  (text) => {
    expect(noCatchInCore.check([{path: 'core/orders/a.ts', text}]).length).toBe(1);
  },
);

test('a fault is returned; only a named boundary of core catches', () => {
  const files = [
    {path: 'core/orders/a.ts', text: "// catch {\nreturn fail('orders.not_found');"},
    {path: 'core/data/a.ts', text: 'try { go(); } finally { end(); } void later().catch(this.#host.report);'},
    {path: 'core/time/zone.ts', text: 'try { go(); } catch { return null; }'},
    {path: 'electron/a.ts', text: 'try { go(); } catch { return null; }'},
  ];
  expect(noCatchInCore.check(files)).toEqual([]);
});
