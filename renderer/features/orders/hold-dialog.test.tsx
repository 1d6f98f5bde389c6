import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {holdReasons} from '#core/orders/schema.ts';
import {givenPage} from '../../app/testing/given-page.tsx';
import {HoldDialog} from './hold-dialog.tsx';

const channels: MessageChannel[] = [];
let said: string[];

beforeEach(() => {
  said = [];
});
afterEach(() => {
  cleanup();
  for (const {port1} of channels.splice(0)) port1.close();
});

async function ask(count: number): Promise<HTMLElement> {
  const channel = new MessageChannel();
  channels.push(channel);
  givenPage(channel.port1).show(
    <HoldDialog count={count} onChoose={(reason) => said.push(reason)} onClose={() => said.push('closed')} />,
  );
  return screen.findByRole('dialog');
}

test('it asks for how many orders, and offers every reason with its digit', async () => {
  const dialog = await ask(3);
  const offered = within(dialog)
    .getAllByRole('button')
    .flatMap((button) => button.getAttribute('aria-keyshortcuts') ?? []);
  expect([within(dialog).getByText('Why hold 3 orders?').textContent, offered]).toEqual([
    'Why hold 3 orders?',
    holdReasons.map((_, at) => String(at + 1)),
  ]);
});

test('a click chooses', async () => {
  const dialog = await ask(1);
  fireEvent.click(within(dialog).getByRole('button', {name: /Fraud check/}));
  expect(said).toEqual(['fraud']);
});

test('each digit chooses its reason', async () => {
  const dialog = await ask(1);
  const press = (key: string): void => void fireEvent.keyDown(dialog, {key, code: `Digit${key}`});
  for (const [at, reason] of holdReasons.entries()) {
    press(String(at + 1));
    // A digit waits a moment: it could be the first of a scan.
    await vi.waitUntil(() => said.at(-1) === reason, 10_000);
  }
  expect(said).toEqual(holdReasons);
});

test('Escape closes and holds nothing', async () => {
  const dialog = await ask(1);
  fireEvent.keyDown(dialog, {key: 'Escape'});
  await vi.waitUntil(() => said.length > 0, 10_000);
  expect(said).toEqual(['closed']);
});
