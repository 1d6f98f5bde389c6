import {cleanup, fireEvent, render, screen} from '@testing-library/react';
import {I18nextProvider} from 'react-i18next';
import {afterEach, expect, test} from 'vitest';
import {createWords} from '../app/words/words.ts';
import {EmptyState} from './empty-state.tsx';

afterEach(cleanup);

test('an empty place says one sentence and offers one action with its key', () => {
  let acted = 0;
  show(<EmptyState sentence="No order waits." action={{word: 'Import orders', keys: 'i', onAct: () => acted++}} />);
  const button = screen.getByRole('button');
  fireEvent.click(button);
  expect({
    sentence: screen.getByText('No order waits.').tagName,
    button: button.textContent,
    shortcut: button.getAttribute('aria-keyshortcuts'),
    acted,
  }).toEqual({sentence: 'P', button: 'Import ordersI', shortcut: 'i', acted: 1});
});

test('an empty place where nothing can be done offers nothing', () => {
  show(<EmptyState sentence="Nothing was held this week." />);
  expect(screen.queryByRole('button')).toBe(null);
});

function show(place: React.ReactNode): void {
  render(<I18nextProvider i18n={createWords('en')}>{place}</I18nextProvider>);
}
