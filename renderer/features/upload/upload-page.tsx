import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {batchesKept} from '#core/shipping/upload/queries.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {Page} from '../../app/frame/page.tsx';
import {Sections} from '../../ui/section.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import {ShipTabs} from '../../app/frame/ship-tabs.tsx';
import {useDrops} from '../../app/frame/use-drops.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {AnswerDialog} from './answer-dialog.tsx';
import {FilesSection, isOpen} from './files-section.tsx';
import {NextSection} from './next-section.tsx';
import {TemplateEditor} from './template-editor.tsx';
import {useTemplates} from './templates.ts';
import {useUploadView} from './upload-view.ts';
import {useAnswers} from './use-answers.ts';
import {useCarrierNames} from './use-carrier-names.ts';
import {useFileActs} from './use-file-acts.ts';
import {nextFile, useParcels} from './use-next-file.ts';
import {useTemplateActs} from './use-template-acts.ts';
import {useWriteFile} from './use-write-file.ts';

interface UploadPageProps {
  /** Leads to an order. */
  readonly onOrder: (order: {readonly id: string; readonly number: string}) => void;
}

/** Files for carriers' sites: what the next one holds, which were written, and what the carriers answered. */
export function UploadPage({onOrder}: UploadPageProps) {
  const {t} = useTranslation('upload');
  const {service, weight, carrier: typed, editing} = useUploadView();
  const parcels = useParcels({service: service.trim(), weightGrams: weight});
  const batches = useQuery(batchesKept, {});
  const templates = useTemplates();
  const chosen = templates?.chosen;
  const file = useMemo(() => (parcels && chosen ? nextFile(parcels, chosen) : undefined), [parcels, chosen]);
  const carriers = useCarrierNames();
  const write = useWriteFile();
  const answers = useAnswers(batches ?? []);
  const acts = useFileActs({templates, details: {service: service.trim(), weightGrams: weight}});
  const edits = useTemplateActs(templates);
  useDrops(t('drop'), answers.drop);

  const carrier = chosen?.carrier ?? typed.trim();
  const [isAsked, setAsked] = useState(false);
  const canWrite = file !== undefined && file.fitting.length > 0;
  const writeNow = (): void => {
    setAsked(true);
    if (file && chosen && batches && canWrite && carrier !== '') void write({file, template: chosen, carrier, batches});
  };
  const newest = batches?.find(isOpen);
  const isEditing = editing !== undefined;
  useKeys('page', [
    {
      id: 'upload.write',
      word: 'upload:act.write',
      section: 'app:section.page',
      keys: 'w',
      when: () => canWrite && !isEditing,
      run: writeNow,
    },
    {
      id: 'upload.answer',
      word: 'upload:act.answer',
      section: 'app:section.page',
      keys: 'a',
      when: () => newest !== undefined && !isEditing,
      run: () => newest && answers.choose(newest),
    },
    {
      id: 'upload.edit',
      word: 'upload:act.edit',
      section: 'app:section.page',
      keys: 'e',
      when: () => !isEditing,
      run: edits.begin,
    },
  ]);
  return (
    <Page
      title={t('title')}
      tabs={<ShipTabs current="upload" />}
      tools={
        isEditing ? null : (
          <Button variant="primary" keys="w" disabled={!canWrite} onClick={writeNow}>
            {t('act.write')}
          </Button>
        )
      }
    >
      {isEditing && templates && parcels ? (
        <TemplateEditor
          key={editing}
          start={edits.start(templates)}
          isNew={editing === 'new'}
          samples={parcels.samples}
          onSave={edits.save}
          onDelete={edits.remove}
          onClose={edits.close}
        />
      ) : (
        <PageBody label={t('title')}>
          <Sections width={960} busy={!file || !batches}>
            {templates ? (
              <NextSection
                templates={templates}
                file={file}
                carriers={carriers}
                isCarrierMissing={isAsked && carrier === ''}
                onEdit={edits.begin}
                onOrder={onOrder}
              />
            ) : null}
            {batches ? (
              <FilesSection
                batches={batches}
                onAnswer={answers.choose}
                onAgain={(batch) => void acts.writeAgain(batch)}
                onClose={(batch) => void acts.close(batch)}
              />
            ) : null}
          </Sections>
        </PageBody>
      )}
      {answers.answer ? (
        <AnswerDialog answer={answers.answer} onAccept={answers.accept} onClose={answers.leave} />
      ) : null}
    </Page>
  );
}
