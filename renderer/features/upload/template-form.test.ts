import {expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {knownTemplates} from '#core/shipping/upload/known-templates.ts';
import {type TemplateForm, formOf, moved, readTemplate, withColumn} from './template-form.ts';

const royalMail = must(knownTemplates[1], 'a known template');
const form = formOf(royalMail);

test.each(knownTemplates.map((template) => [template.id, template] as const))(
  'the template %s is in the form what it was, and read back the same',
  (_, template) => {
    const {id, ...fields} = template;
    expect([id, readTemplate(formOf(template))]).toEqual([id, {ok: true, value: fields}]);
  },
);

test.each<readonly [string, Partial<TemplateForm>, unknown]>([
  ['without a name', {name: ' '}, {ok: false, wrong: 'nameless'}],
  ['with a column that has no heading', {columns: withColumn(form, 99).columns}, {ok: false, wrong: 'nameless'}],
  ['with a limit that is no number', {rowsMax: 'many'}, {ok: false, wrong: 'noNumber'}],
  [
    'with a limit beyond all files',
    {rowsMax: '99999'},
    {ok: false, fault: {code: 'core.bad_shape', values: {path: 'rowsMax', problem: 'too_big'}}},
  ],
  [
    'whose answer has no column of numbers',
    {number: ' \n '},
    {ok: false, fault: {code: 'shipping.template_no_answer', values: {}}},
  ],
])('a template %s is none yet', (_, changes, why) => {
  expect(readTemplate({...form, ...changes})).toEqual(why);
});

test('columns move a place and stop at both ends', () => {
  const names = (of: TemplateForm): readonly string[] => of.columns.slice(0, 3).map(({name}) => name);
  const [first = '', second = '', third = ''] = names(form);
  expect([names(moved(form, 0, 1)), names(moved(form, 1, -1)), names(moved(form, 0, -1))]).toEqual([
    [second, first, third],
    [second, first, third],
    [first, second, third],
  ]);
});
