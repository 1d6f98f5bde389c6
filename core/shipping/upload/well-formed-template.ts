import {type Result, fail, ok} from '../../lib/result.ts';
import {unwritable} from './carrier-file.ts';
import {folded} from './read-answer.ts';
import type {UploadTemplate} from './template.ts';

/** What a shape cannot say: such a file can be written, and its answer be matched. Names the column that stands in the way. */
export function wellFormedTemplate(template: Omit<UploadTemplate, 'id'>): Result<null> {
  const {columns, answer, encoding} = template;
  const seen = new Set<string>();
  for (const {name, of, always = ''} of columns) {
    const fault = unwritable(name, name, encoding) ?? unwritable(always, name, encoding);
    if (fault) return {ok: false, fault};
    if (seen.has(folded(name))) return fail('shipping.template_column_twice', {column: name});
    if (of === undefined && always === '') return fail('shipping.template_column_empty', {column: name});
    seen.add(folded(name));
  }
  // Without its reference no row of the answer could be told from another.
  if (!columns.some(({of, required}) => of === 'reference' && required)) return fail('shipping.template_no_reference');
  if (answer.reference.length === 0 || answer.number.length === 0) return fail('shipping.template_no_answer');
  return ok(null);
}
