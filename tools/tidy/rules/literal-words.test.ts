import {expect, test} from 'vitest';
import {literalWords} from './literal-words.ts';

test.each([
  ['<p>Ship now</p>', '"Ship now" belongs in assets/locales.'],
  ['<p>{count} orders</p>', '"orders" belongs in assets/locales.'],
  ['<button aria-label="Close" />', '"Close" belongs in assets/locales.'],
  ['<input placeholder={"Search"} />', '"Search" belongs in assets/locales.'],
  ['<Field label={`Name`} />', '"Name" belongs in assets/locales.'],
  ['<>{ok ? <b>Fertig</b> : null}</>', '"Fertig" belongs in assets/locales.'],
  ['<p>订单</p>', '"订单" belongs in assets/locales.'],
])('a page may not say %s', (element, says) => {
  const file = {path: 'renderer/features/orders/page.tsx', text: `export const Page = () => ${element};`};
  expect(literalWords.check([file]).map((finding) => finding.says)).toEqual([says]);
});

test('words from the locales, signs, numbers, keys and the name of the house are fine', () => {
  const text = `
    export const Page = () => (
      <section className="page" title={t('orders.title')}>
        Tradewind — {t('orders.ship', {number})} · 12 % <kbd>Ctrl</kbd> &nbsp; {/* a comment */}
      </section>
    );
  `;
  const files = [
    {path: 'renderer/app/frame.tsx', text},
    {path: 'renderer/app/frame.test.tsx', text: 'const a = <p>Words of a test</p>;'},
  ];
  expect(literalWords.check(files)).toEqual([]);
});
