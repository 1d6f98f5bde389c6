import {fireEvent, screen, within} from '@testing-library/react';
import {vi} from 'vitest';

/** Opens a field of choices and chooses; of several that are open only its own list counts. */
export async function chosen(label: string, option: string | RegExp): Promise<void> {
  const field = screen.getByRole('combobox', {name: label});
  fireEvent.click(field);
  const list = await vi.waitUntil(() => document.getElementById(field.getAttribute('aria-controls') ?? ''), 5_000);
  fireEvent.click(within(list).getByRole('option', {name: option, hidden: true}));
}
