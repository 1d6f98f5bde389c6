import {readdirSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {inRoot} from '../../../tools/run/places.mjs';
import {carriersOf} from './carriers.ts';
import {formOf, partsOf} from './form.ts';

const scheme = {
  id: 'pigeon',
  service: 'Pigeon',
  forms: ['PG serial:n8 check:n1'],
  check: {rule: 'gs1', over: 'serial'},
};
const carrier = {courier: 'pigeon_post', name: 'Pigeon Post', sources: ['a pigeon'], schemes: [scheme]};

function refusal(...files: readonly unknown[]): string {
  const carriers = carriersOf(files);
  return carriers.ok ? 'taken' : String(carriers.fault.values.path);
}

test('each file of assets/carriers is called as its carrier and says where it has its facts from', () => {
  const wrong = readdirSync(inRoot('assets', 'carriers')).filter((name) => {
    const file = JSON.parse(readFileSync(inRoot('assets', 'carriers', name), 'utf8')) as typeof carrier;
    return `${file.courier.replaceAll('_', '-')}.json` !== name || file.sources.length === 0;
  });

  expect(wrong).toEqual([]);
});

test('a carrier with a well-formed scheme is taken', () => {
  expect(refusal(carrier)).toBe('taken');
});

test.each<readonly [string, Partial<Record<keyof typeof scheme, unknown>>, string]>([
  ['with a rule nobody publishes', {check: {rule: 'secret', over: 'serial'}}, 'schemes.0.check.rule'],
  ['without forms', {forms: []}, 'pigeon_post.pigeon'],
  ['with a form in another notation', {forms: [String.raw`PG\d{8}`]}, 'pigeon_post.pigeon'],
  ['whose check digit is made of a part it has not', {check: {rule: 'gs1', over: 'parcel'}}, 'pigeon_post.pigeon'],
  ['with a rule and no check digit', {forms: ['PG serial:n9']}, 'pigeon_post.pigeon'],
  ['without a rule and with something to count', {check: {rule: 'none', over: 'serial'}}, 'pigeon_post.pigeon'],
  ['with a part that has no name and no fixed text', {forms: ['PG n3 serial:n8 check:n1']}, 'pigeon_post.pigeon'],
])('a scheme %s is refused, and where it stands is told', (_, changes, path) => {
  expect(refusal({...carrier, schemes: [{...scheme, ...changes}]})).toBe(path);
});

test('two carriers of one name, and two schemes of one name, are refused', () => {
  expect([refusal(carrier, carrier), refusal(carrier, {...carrier, courier: 'another'})]).toEqual([
    'pigeon_post.courier',
    'another.pigeon',
  ]);
});

test.each([
  ['serial:n3..2'],
  ['serial:n0'],
  ['serial:n61'],
  ['serial:an2..9 check:n1'],
  ['a:an2..9+n1'],
  ['serial'],
  [''],
  ['1Z  serial:n2'],
  ['serial:[]'],
])('%j is no form', (text) => {
  expect(formOf(text)).toBeUndefined();
});

test.each([
  ['one of a few letters', 'kind:[AFC] serial:n1', 'C7', {kind: 'C', serial: '7'}],
  ['one of a range', 'kind:[2-5] serial:n1', '57', {kind: '5', serial: '7'}],
  ['a fixed beginning of a part', 'mailer:9+n2 serial:n1', '9127', {mailer: '912', serial: '7'}],
  ['a length that varies', 'GM serial:n1+an2..4', 'GM1ABCD', {serial: '1ABCD'}],
])('a form may have %s', (_, text, number, parts) => {
  const form = formOf(text);

  expect(form && partsOf(form, number)).toEqual(parts);
});
