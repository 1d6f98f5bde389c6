import {id} from '../../lib/id.ts';
import {fail} from '../../lib/result.ts';
import {type Ending, callOf, defineMutator, doneWith} from '../../sync/define.ts';
import {templatesMax} from './schema.ts';
import {uploadTemplateFields} from './template.ts';
import {wellFormedTemplate} from './well-formed-template.ts';

const templateId = id('uploadTemplate');
const fields = {templateId, ...uploadTemplateFields};

/** A template of a seller's own. */
export const createTemplate = defineMutator(
  'upload.createTemplate',
  fields,
  async (tx, {templateId: of, ...template}): Ending => {
    const good = wellFormedTemplate(template);
    if (!good.ok) return good;
    const others = await tx.uploadTemplates.range({limit: templatesMax});
    if (others.some((one) => one.id === of || one.name === template.name)) {
      return fail('shipping.template_name_taken', {name: template.name});
    }
    if (others.length >= templatesMax) return fail('shipping.too_many_templates', {most: templatesMax});
    await tx.uploadTemplates.put({id: of, ...template});
    return doneWith(callOf(deleteTemplate, {templateId: of}));
  },
);

export const changeTemplate = defineMutator(
  'upload.changeTemplate',
  fields,
  async (tx, {templateId: of, ...template}): Ending => {
    const before = await tx.uploadTemplates.get(of);
    if (!before) return fail('shipping.template_gone');
    const good = wellFormedTemplate(template);
    if (!good.ok) return good;
    const others = await tx.uploadTemplates.range({limit: templatesMax});
    if (others.some((one) => one.id !== of && one.name === template.name)) {
      return fail('shipping.template_name_taken', {name: template.name});
    }
    await tx.uploadTemplates.put({id: of, ...template});
    const {id: _, ...old} = before;
    return doneWith(callOf(changeTemplate, {templateId: of, ...old}));
  },
);

/** Files that were written by it keep what they need of it. */
export const deleteTemplate = defineMutator(
  'upload.deleteTemplate',
  {templateId},
  async (tx, {templateId: of}): Ending => {
    const before = await tx.uploadTemplates.get(of);
    if (!before) return fail('shipping.template_gone');
    await tx.uploadTemplates.delete(of);
    const {id: _, ...old} = before;
    return doneWith(callOf(createTemplate, {templateId: of, ...old}));
  },
);
