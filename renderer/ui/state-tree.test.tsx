import {cleanup, fireEvent, render, screen} from '@testing-library/react';
import {I18nextProvider} from 'react-i18next';
import {afterEach, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {createWords} from '../app/words/words.ts';
import {StateTree} from './state-tree.tsx';

afterEach(cleanup);

const groups = [
  {
    id: 'states',
    items: [
      {id: 'paid', label: 'To release', count: 1240},
      {id: 'held', label: 'Held', count: 3, meaning: 'watch'},
    ],
  },
  {id: 'views', label: 'Saved views', items: [{id: 'late', label: 'Late from Amazon'}]},
] as const;

test('the tree tells each state with its count and which one is shown', () => {
  show();
  const items = screen
    .getAllByRole('button')
    .map((button) => [button.textContent, button.getAttribute('aria-current')]);
  expect(items).toEqual([
    ['To release1,240', null],
    ['Held3', 'true'],
    ['Late from Amazon', null],
  ]);
});

test('the tree is one stop of Tab; arrows, Home and End move inside it and across groups', () => {
  show();
  const stops = screen.getAllByRole('button').map((button) => button.tabIndex);
  screen.getByRole('button', {name: /Held/}).focus();
  const reached = ['ArrowDown', 'ArrowDown', 'Home', 'End', 'ArrowUp'].map((key) => {
    fireEvent.keyDown(must(document.activeElement, 'something has the focus'), {key});
    return document.activeElement?.textContent;
  });
  expect({stops, reached}).toEqual({
    stops: [-1, 0, -1],
    reached: ['Late from Amazon', 'Late from Amazon', 'To release1,240', 'Late from Amazon', 'Held3'],
  });
});

test('choosing a state tells which', () => {
  const chosen = show();
  fireEvent.click(screen.getByRole('button', {name: /Late/}));
  expect(chosen).toEqual(['late']);
});

function show(): string[] {
  const chosen: string[] = [];
  render(
    <I18nextProvider i18n={createWords('en')}>
      <StateTree label="States" groups={groups} current="held" onChoose={(id) => chosen.push(id)} />
    </I18nextProvider>,
  );
  return chosen;
}
