import {cleanup, fireEvent, screen} from '@testing-library/react';
import {afterEach, expect, test} from 'vitest';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {givenPage} from '../../app/testing/given-page.tsx';
import {type BusinessFacts, BusinessForm} from './business-form.tsx';

const channel = new MessageChannel();
afterEach(cleanup);

const facts: BusinessFacts = {
  name: 'Teapot & Sons',
  zone: 'Europe/Berlin' as ZoneId,
  dayStartsAtHour: 4,
  reportingCurrency: 'EUR' as CurrencyCode,
};

function show(start: BusinessFacts, isNew: boolean) {
  const stored: BusinessFacts[] = [];
  givenPage(channel.port1).show(
    <BusinessForm start={start} submit="Store" isNew={isNew} onSubmit={(given) => stored.push(given)} />,
  );
  const name = screen.getByLabelText('Name');
  return {
    stored,
    name,
    write: (value: string) => fireEvent.change(name, {target: {value}}),
    submit: () => fireEvent.submit(name),
    button: screen.getByText('Store').closest('button'),
  };
}

test('a business without a name is not stored, and the form says why once it was tried', () => {
  const form = show({...facts, name: ''}, true);
  const before = screen.queryByText('Give it a name.');
  form.submit();
  form.write('   ');
  form.submit();
  expect([
    before,
    screen.queryByText('Give it a name.') !== null,
    form.name.getAttribute('aria-invalid'),
    form.stored,
  ]).toEqual([null, true, 'true', []]);
});

test('a name is stored without the blanks around it, with all that was chosen', () => {
  const form = show({...facts, name: ''}, true);
  form.write('  Teapot & Sons ');
  form.submit();
  expect(form.stored).toEqual([facts]);
});

test('a form in which nothing was changed has nothing to store, unless it is new', () => {
  const isOff = (start: BusinessFacts, isNew: boolean, name?: string): boolean => {
    const form = show(start, isNew);
    if (name !== undefined) form.write(name);
    const disabled = form.button?.disabled === true;
    cleanup();
    return disabled;
  };
  expect([isOff(facts, true), isOff(facts, false), isOff(facts, false, 'Other')]).toEqual([false, true, false]);
});
