import {cleanup, fireEvent, render, screen} from '@testing-library/react';
import type {ComponentProps} from 'react';
import {I18nextProvider} from 'react-i18next';
import {afterEach, expect, test} from 'vitest';
import type {ShopFacts} from '#core/data/messages.ts';
import type {Instant} from '#core/time/instant.ts';
import {createWords} from '../../app/words/words.ts';
import {StartPage} from './start-page.tsx';

afterEach(cleanup);

function show(some: Partial<ComponentProps<typeof StartPage>> = {}): readonly string[] {
  const chosen: string[] = [];
  render(
    <I18nextProvider i18n={createWords('en')}>
      <StartPage
        shops={[]}
        demoOrders={5000}
        making={undefined}
        fault={undefined}
        onDemo={() => chosen.push('demo')}
        onOwn={() => chosen.push('own')}
        onDelete={() => chosen.push('delete')}
        onCancel={() => chosen.push('cancel')}
        onRestore={() => chosen.push('restore')}
        onJoin={() => chosen.push('join')}
        {...some}
      />
    </I18nextProvider>,
  );
  return chosen;
}

const demo: ShopFacts = {kind: 'demo', madeAt: 1 as Instant, whole: true, orderCount: 200_000};

test('a new desk offers a demo shop, a shop of one’s own, one from a backup and one of others', () => {
  const chosen = show();
  const buttons = screen.getAllByRole('button');
  for (const button of buttons) fireEvent.click(button);
  expect({
    buttons: buttons.map(({textContent}) => textContent),
    chosen,
    hint: screen.getByText(/orders/, {selector: 'p:not([class*=lead])'}).textContent?.includes('5,000 orders'),
  }).toEqual({
    buttons: ['Open the demo shop', 'Start my own shop', 'Restore a backup', 'Join a shop'],
    chosen: ['demo', 'own', 'restore', 'join'],
    hint: true,
  });
});

test('a demo shop that stands already says its size and can be deleted', () => {
  const chosen = show({shops: [demo]});
  fireEvent.click(screen.getByRole('button', {name: 'Delete the demo shop'}));
  expect([chosen, screen.queryByText(/200,000 orders/) !== null]).toEqual([['delete'], true]);
});

test('where a shop of one’s own stands, none of others is offered in its place', () => {
  show({onJoin: undefined});
  expect(screen.queryByRole('button', {name: 'Join a shop'})).toBe(null);
});

test('while a demo is made, only its progress and a way to stop it are there', () => {
  const chosen = show({making: {done: 1280, total: 5000}});
  fireEvent.click(screen.getByRole('button'));
  const bar = screen.getByRole('progressbar', {name: 'Making the demo shop'});
  expect({
    bar: [bar.getAttribute('value'), bar.getAttribute('max')],
    figures: screen.queryByText('1,280 of 5,000 orders') !== null,
    chosen,
  }).toEqual({bar: ['1280', '5000'], figures: true, chosen: ['cancel']});
});

test('what went wrong is said aloud, in words', () => {
  show({fault: {code: 'store.full', values: {}}});
  const {textContent} = screen.getByRole('alert');
  expect([textContent?.includes('store.full'), (textContent ?? '').length > 10]).toEqual([false, true]);
});
