import {type Result, fail, ok} from '#core/lib/result.ts';
import {check, object} from '#core/lib/shape.ts';
import {
  type UploadColumn,
  type UploadField,
  type UploadTemplate,
  uploadTemplateFields,
} from '#core/shipping/upload/template.ts';
import type {Transform} from '#core/shipping/upload/transform.ts';
import {wellFormedTemplate} from '#core/shipping/upload/well-formed-template.ts';

/** A column as it is typed. */
export interface ColumnForm {
  /** Keeps its fields apart from those of its neighbours while columns move. */
  readonly key: number;
  readonly name: string;
  readonly content: UploadField | 'fixed';
  readonly fixed: string;
  readonly as: Transform | 'asIs';
  readonly required: boolean;
  readonly latin: boolean;
  readonly most: string;
  readonly digits: string;
}

/** A template as it is typed. */
export interface TemplateForm {
  readonly name: string;
  readonly carrier: string;
  readonly separator: UploadTemplate['separator'];
  readonly encoding: UploadTemplate['encoding'];
  readonly rowsMax: string;
  readonly columns: readonly ColumnForm[];
  /** One name a line. */
  readonly reference: string;
  readonly number: string;
  readonly sources: readonly string[];
}

export type TemplateWrong = 'nameless' | 'noNumber';

type Fields = Omit<UploadTemplate, 'id'>;
const shape = object(uploadTemplateFields);

export function formOf(template: UploadTemplate): TemplateForm {
  const {name, carrier = '', separator, encoding, rowsMax, columns, answer, sources} = template;
  return {
    name,
    carrier,
    separator,
    encoding,
    rowsMax: written(rowsMax),
    columns: columns.map(columnForm),
    reference: answer.reference.join('\n'),
    number: answer.number.join('\n'),
    sources,
  };
}

function columnForm(
  {name, of, always = '', as = [], required = false, latin = false, most, digitsMost}: UploadColumn,
  key: number,
): ColumnForm {
  const [first = 'asIs'] = as;
  return {
    key,
    name,
    content: of ?? 'fixed',
    fixed: always,
    as: first,
    required,
    latin,
    most: written(most),
    digits: written(digitsMost),
  };
}

/** One more column at the end, for the field that no other tells yet. */
export function withColumn(form: TemplateForm, key: number): TemplateForm {
  const column: ColumnForm = {
    key,
    name: '',
    content: 'fixed',
    fixed: '',
    as: 'asIs',
    required: false,
    latin: false,
    most: '',
    digits: '',
  };
  return {...form, columns: [...form.columns, column]};
}

/** A column a place up or down; at the end of the row it stays. */
export function moved(form: TemplateForm, at: number, by: 1 | -1): TemplateForm {
  const columns = [...form.columns];
  const [column] = columns.splice(at, 1);
  const to = Math.min(columns.length, Math.max(0, at + by));
  if (column) columns.splice(to, 0, column);
  return {...form, columns};
}

/** What was typed as a template, or why it is none yet. */
export function readTemplate(form: TemplateForm): Result<Fields> | {readonly ok: false; readonly wrong: TemplateWrong} {
  const {name, carrier, separator, encoding, columns, sources} = form;
  if (name.trim() === '' || columns.some((column) => column.name.trim() === '')) return {ok: false, wrong: 'nameless'};
  const numbers = [form.rowsMax, ...columns.flatMap(({most, digits}) => [most, digits])];
  if (numbers.some((text) => !/^\s*\d{0,5}\s*$/.test(text))) return {ok: false, wrong: 'noNumber'};
  const rowsMax = count(form.rowsMax);
  const template = {
    name: name.trim(),
    ...(carrier.trim() !== '' && {carrier: carrier.trim()}),
    sources,
    encoding,
    separator,
    columns: columns.map(columnOf),
    ...(rowsMax !== undefined && {rowsMax}),
    answer: {reference: linesOf(form.reference), number: linesOf(form.number)},
  };
  const shaped = check(shape, template);
  if (!shaped.ok) return fail(shaped.fault.code, shaped.fault.values);
  const good = wellFormedTemplate(shaped.value);
  return good.ok ? ok(shaped.value) : good;
}

/** The same for the eye: a heading that is still to be typed is a dash, so that what is seen does not come and go with each key. */
export function shownTemplate(form: TemplateForm): ReturnType<typeof readTemplate> {
  const columns = form.columns.map((column, at) =>
    column.name.trim() === '' ? {...column, name: `– ${at + 1}`} : column,
  );
  return readTemplate({...form, name: form.name.trim() || '–', columns});
}

function columnOf({name, content, fixed, as, required, latin, most, digits}: ColumnForm): UploadColumn {
  const [mostOf, digitsMost] = [count(most), count(digits)];
  return {
    name: name.trim(),
    ...(content === 'fixed' ? {always: fixed} : {of: content}),
    ...(content !== 'fixed' && as !== 'asIs' && {as: [as]}),
    ...(required && {required}),
    ...(latin && {latin}),
    ...(mostOf !== undefined && {most: mostOf}),
    ...(digitsMost !== undefined && {digitsMost}),
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function written(number: number | undefined): string {
  return number === undefined ? '' : String(number);
}

function count(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}
