import {expect, test} from 'vitest';
import {business} from '#core/testing/given.ts';
import {readSender, senderText} from './sender-text.ts';

const address = {name: 'K. Petersen', street: 'Kai 1', postalCode: '24103', city: 'Kiel', country: 'DE'};

test('who sends is read as it is written, with tax numbers a line each', () => {
  const text = senderText({...business, customsReference: 'EORI DE1'}, address);
  const written = {...text, name: ' K. Petersen ', taxNumbers: 'VAT DE1\n\n HRB 2 \n'};
  expect(readSender(written)).toEqual({
    address,
    numbers: {taxNumbers: ['VAT DE1', 'HRB 2'], customsReference: 'EORI DE1'},
    missing: [],
  });
});

test('without name, street, city and country nothing can be sent', () => {
  expect(readSender(senderText(business, undefined))).toEqual({
    address: undefined,
    numbers: {},
    missing: ['name', 'street', 'city', 'country'],
  });
});
