import {useTranslation} from 'react-i18next';
import {must} from '#core/lib/assert.ts';
import {type ParcelToUpload, carrierUpload, uploadBytes} from '#core/shipping/upload/carrier-file.ts';
import {closeUpload, uploadMade} from '#core/shipping/upload/mutators.ts';
import type {BatchShown} from '#core/shipping/upload/queries.ts';
import type {UploadBatchId} from '#core/shipping/upload/schema.ts';
import type {UploadTemplate} from '#core/shipping/upload/template.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {newId} from '../../app/data/new-id.ts';
import {useData} from '../../app/data/use-data.ts';
import {saveFile} from '../../app/desktop/desktop.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {fileNameOf} from './file-name.ts';
import type {NextFile} from './use-next-file.ts';

interface WriteWish {
  readonly file: NextFile;
  readonly template: UploadTemplate;
  readonly carrier: string;
  readonly batches: readonly BatchShown[];
}

/** Writes the next file. It is known to be written before anybody has it: a crash between leaves a file to write again, never one that is sent unknown. */
export function useWriteFile(): (wish: WriteWish) => Promise<void> {
  const data = useData();
  const {t, i18n} = useTranslation('upload');
  const say = useNotices((notices) => notices.say);
  return async ({file: {rows, fitting}, template, carrier, batches}) => {
    const day = must(fitting[0]?.fields.shippedOn, 'a file has a parcel') as LocalDate;
    const name = fileNameOf(
      template,
      day,
      batches.map(({fileName}) => fileName),
    );
    const batchId: UploadBatchId = newId('uploadBatch');
    const {id: templateId, name: called, answer} = template;
    const orders = fitting.map(({orderId, fields: {reference}}) => ({orderId, reference}));
    const kept = {templateId, template: called, carrier, answer, fileName: name};
    const made = await data.mutate(uploadMade, {batchId, ...kept, orders});
    if (!made.ok) return say(faultWords(i18n, made.fault));
    const saved = await saveFile({name, kind: 'csv', bytes: uploadBytes(rows, template)});
    if (saved.ok && saved.value !== undefined) return say(t('did.written', {count: orders.length, name: saved.value}));
    await data.mutate(closeUpload, {batchId});
    return say(saved.ok ? t('did.cancelled') : faultWords(i18n, saved.fault));
  };
}

/** Writes a file once more with what its orders say now; the fault of the first that does not fit any more. */
export function useWriteAgain(): (
  batch: BatchShown,
  parcels: readonly ParcelToUpload[],
  template: UploadTemplate | undefined,
) => Promise<void> {
  const {t, i18n} = useTranslation('upload');
  const say = useNotices((notices) => notices.say);
  return async (batch, parcels, template) => {
    if (!template) return say(faultWords(i18n, {code: 'shipping.template_gone', values: {}}));
    const {rows, untold} = carrierUpload(parcels, template);
    if (untold[0]) return say(faultWords(i18n, untold[0].fault));
    const saved = await saveFile({name: batch.fileName, kind: 'csv', bytes: uploadBytes(rows, template)});
    if (!saved.ok) return say(faultWords(i18n, saved.fault));
    return saved.value === undefined ? undefined : say(t('did.again', {name: saved.value}));
  };
}
