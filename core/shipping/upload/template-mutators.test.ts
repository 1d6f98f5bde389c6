import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {idFromName} from '../../lib/id.ts';
import {registry} from '../../registry.ts';
import {type Call, callOf} from '../../sync/define.ts';
import {Replica} from '../../sync/replica.ts';
import {monday} from '../../testing/given.ts';
import {MemoryStore} from '../../testing/memory-store.ts';
import {knownTemplates} from './known-templates.ts';
import type {UploadTemplate} from './template.ts';
import {changeTemplate, createTemplate, deleteTemplate} from './template-mutators.ts';

const {id: _, ...generic} = must(knownTemplates[0], 'a known template');
const templateId = idFromName('uploadTemplate', 'ours');
const [reference, ...others] = generic.columns;

async function after(
  calls: readonly (Call | 'undo')[],
): Promise<{readonly said: readonly string[]; readonly names: readonly string[]}> {
  const store = new MemoryStore();
  const replica = new Replica(store, registry.mutators);
  const undos: Call[] = [];
  const said: string[] = [];
  for (const call of calls) {
    const asked = call === 'undo' ? must(undos.pop(), 'something to undo') : call;
    const [outcome] = await replica.mutate([asked], {at: monday}, () => undefined);
    if (outcome && !outcome.ok) said.push(outcome.fault.code);
    else if (outcome?.ok && outcome.undo && call !== 'undo') undos.push(outcome.undo);
  }
  const names = await store.read(async (tx) => (await tx.range('uploadTemplates', {limit: 9})).map(({name}) => name));
  return {said, names};
}

test('a template is made, changed and deleted, and each of it is taken back', async () => {
  const create = callOf(createTemplate, {templateId, ...generic});
  const change = callOf(changeTemplate, {templateId, ...generic, name: 'Ours'});
  const remove = callOf(deleteTemplate, {templateId});
  const seen = await Promise.all(
    (
      [
        [create],
        [create, 'undo'],
        [create, change],
        [create, change, 'undo'],
        [create, remove],
        [create, remove, 'undo'],
      ] as const
    ).map(async (calls) => (await after(calls)).names),
  );
  expect(seen).toEqual([[generic.name], [], ['Ours'], [generic.name], [], [generic.name]]);
});

test('two templates have two names', async () => {
  const twice = [
    callOf(createTemplate, {templateId, ...generic}),
    callOf(createTemplate, {templateId: idFromName('uploadTemplate', 'b'), ...generic}),
  ];
  expect(await after(twice)).toEqual({said: ['shipping.template_name_taken'], names: [generic.name]});
});

test.each<readonly [string, Partial<UploadTemplate>, string]>([
  ['whose rows could not be told apart in the answer', {columns: others}, 'shipping.template_no_reference'],
  [
    'with two columns of one name',
    {columns: [...generic.columns, {name: 'REFERENCE', of: 'name'}]},
    'shipping.template_column_twice',
  ],
  [
    'with a column that holds nothing',
    {columns: [...generic.columns, {name: 'Empty'}]},
    'shipping.template_column_empty',
  ],
  ['with a heading like a formula', {columns: [...generic.columns, {name: '=A1', of: 'name'}]}, 'shipping.cell_unsafe'],
  [
    'with a fixed text that its file cannot hold',
    {encoding: 'iso-8859-1', columns: [...generic.columns, {name: 'Note', always: '谢谢'}]},
    'shipping.upload_not_encodable',
  ],
  [
    'whose answer has no column of numbers',
    {answer: {reference: ['Reference'], number: []}},
    'shipping.template_no_answer',
  ],
  [
    'whose reference may be missing',
    {columns: [{...must(reference, 'a column'), required: false}, ...others]},
    'shipping.template_no_reference',
  ],
])('a template %s is refused', async (_name, changes, code) => {
  const bad = callOf(createTemplate, {templateId, ...generic, ...changes});
  expect(await after([bad])).toEqual({said: [code], names: []});
});
