import {useMemo} from 'react';
import {knownTemplates} from '#core/shipping/upload/known-templates.ts';
import {templatesKept} from '#core/shipping/upload/queries.ts';
import type {OwnTemplate} from '#core/shipping/upload/schema.ts';
import type {UploadTemplate} from '#core/shipping/upload/template.ts';
import {must} from '#core/lib/assert.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {useUploadView} from './upload-view.ts';

export interface Templates {
  readonly own: readonly OwnTemplate[];
  readonly all: readonly UploadTemplate[];
  /** The one that was chosen, or the first where that is gone. */
  readonly chosen: UploadTemplate;
  readonly isOwn: boolean;
}

/** Those that Tradewind comes with and the seller's own; undefined until they are here. */
export function useTemplates(): Templates | undefined {
  const own = useQuery(templatesKept, {});
  const templateId = useUploadView((view) => view.templateId);
  return useMemo(() => {
    if (!own) return undefined;
    const all: readonly UploadTemplate[] = [...knownTemplates, ...own];
    const chosen = must(all.find(({id}) => id === templateId) ?? all[0], 'there are known templates');
    return {own, all, chosen, isOwn: own.some(({id}) => id === chosen.id)};
  }, [own, templateId]);
}
