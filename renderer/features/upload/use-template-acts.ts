import {changeTemplate, createTemplate, deleteTemplate} from '#core/shipping/upload/template-mutators.ts';
import type {OwnTemplateId} from '#core/shipping/upload/schema.ts';
import type {UploadTemplate} from '#core/shipping/upload/template.ts';
import {useTranslation} from 'react-i18next';
import {newId} from '../../app/data/new-id.ts';
import {useData} from '../../app/data/use-data.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {templateName} from './template-name.ts';
import type {Templates} from './templates.ts';
import {useUploadView} from './upload-view.ts';

export interface TemplateActs {
  /** Opens the chosen one of the seller's own, or a copy of a known one. */
  readonly begin: () => void;
  readonly start: (templates: Templates) => UploadTemplate;
  readonly save: (fields: Omit<UploadTemplate, 'id'>) => void;
  readonly remove: () => void;
  readonly close: () => void;
}

/** Makes, changes and deletes templates of the seller's own. */
export function useTemplateActs(templates: Templates | undefined): TemplateActs {
  const data = useData();
  const deeds = useDeeds();
  const {t} = useTranslation('upload');
  const {editing} = useUploadView();
  const close = (): void => useUploadView.setState({editing: undefined});

  const save = async (fields: Omit<UploadTemplate, 'id'>): Promise<void> => {
    const isNew = editing === 'new';
    const templateId = isNew ? newId('uploadTemplate') : (editing as OwnTemplateId);
    const saved = await data.mutate(isNew ? createTemplate : changeTemplate, {templateId, ...fields});
    deeds.did(isNew ? 'upload:did.templateMade' : 'upload:did.templateChanged', [saved]);
    // A refused one stays in its form.
    if (saved.ok) useUploadView.setState({editing: undefined, templateId});
  };
  const remove = async (): Promise<void> => {
    deeds.did('upload:did.templateDeleted', [
      await data.mutate(deleteTemplate, {templateId: editing as OwnTemplateId}),
    ]);
    close();
  };
  return {
    begin: () => {
      if (templates) useUploadView.setState({editing: templates.isOwn ? templates.chosen.id : 'new'});
    },
    start: ({chosen, own}) => {
      const edited = own.find(({id}) => id === editing);
      return edited ?? {...chosen, sources: [], name: t('edit.copyOf', {name: templateName(t, chosen)}).slice(0, 80)};
    },
    save: (fields) => void save(fields),
    remove: () => void remove(),
    close,
  };
}
