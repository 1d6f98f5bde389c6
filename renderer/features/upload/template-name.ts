import type {TFunction} from 'i18next';
import {knownTemplates} from '#core/shipping/upload/known-templates.ts';

/** What a template is called: those that Tradewind comes with have words, a seller's own the name it was given. */
export function templateName(t: TFunction<'upload'>, {id, name}: {readonly id: string; readonly name: string}): string {
  return isKnown(id) ? t(`known.${id as 'generic'}`) : name;
}

export function isKnown(templateId: string): boolean {
  return knownTemplates.some(({id}) => id === templateId);
}
