import {beforeEach, expect, test} from 'vitest';
import {storefront} from '#core/testing/given.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {emptyEntry} from './order-entry.ts';
import {beginAnew, closeForm, dropForm, forgetForms, openForm, typeInto, useOrderForms} from './order-forms.ts';

const place = {storefronts: [storefront], zone: 'Europe/Berlin' as ZoneId, today: '2026-03-02' as LocalDate};
const start = emptyEntry(place, 'DE');
const draft = () => useOrderForms.getState().drafts['new'];

beforeEach(forgetForms);

test('a form that is put away with something in it is there again as it was left', () => {
  openForm('new', {start});
  typeInto({email: 'ada@example.com'});
  const kept = closeForm();
  openForm('new', {start: {...start, country: 'FR'}});
  expect([kept, draft()?.resumed, draft()?.entry]).toEqual([true, true, {...start, email: 'ada@example.com'}]);
});

test('a form with nothing in it leaves nothing behind', () => {
  openForm('new', {start});
  expect([closeForm(), useOrderForms.getState()]).toEqual([false, {open: undefined, drafts: {}}]);
});

test('what was left can be begun anew', () => {
  openForm('new', {start});
  typeInto({email: 'ada@example.com'});
  closeForm();
  openForm('new', {start});
  beginAnew();
  expect([draft()?.entry, draft()?.resumed, closeForm()]).toEqual([start, false, false]);
});

test('each order has a form of its own, and one that is stored is forgotten', () => {
  openForm('new', {start});
  typeInto({email: 'ada@example.com'});
  closeForm();
  openForm('copy A', {start});
  typeInto({phone: '030'});
  dropForm('copy A');
  expect([useOrderForms.getState().open, Object.keys(useOrderForms.getState().drafts)]).toEqual([undefined, ['new']]);
});

test('no more forms wait than a person could remember', () => {
  for (let at = 0; at < 30; at += 1) {
    openForm(`copy ${at}`, {start});
    typeInto({phone: String(at)});
    closeForm();
  }
  expect(Object.keys(useOrderForms.getState().drafts)).toEqual(Array.from({length: 20}, (_, at) => `copy ${at + 10}`));
});
