import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {batchAnswered, judgeAnswer} from '#core/shipping/upload/judge-answer.ts';
import {setNumbers} from '#core/shipping/upload/mutators.ts';
import {type BatchShown, ordersToUpload} from '#core/shipping/upload/queries.ts';
import type {UploadBatchId} from '#core/shipping/upload/schema.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData} from '../../app/data/use-data.ts';
import {chooseFiles} from '../../app/frame/choose-files.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {formatBytes} from '../../ui/format/bytes.ts';
import type {ReadAnswer} from './answer-dialog.tsx';
import {type AnswerRefused, answerBytesMax, answerRowsMax, readAnswerFile} from './read-answer-file.ts';

export interface Answers {
  readonly answer: ReadAnswer | undefined;
  /** Lets a person choose the answer to this file. */
  readonly choose: (batch: BatchShown) => void;
  /** Reads a file that was dropped as the answer to whichever file it is. */
  readonly drop: (files: readonly File[]) => void;
  readonly accept: () => void;
  readonly leave: () => void;
}

/** Reads what carriers answered, and takes it over once a person has seen it. */
export function useAnswers(batches: readonly BatchShown[]): Answers {
  const data = useData();
  const deeds = useDeeds();
  const {t, i18n} = useTranslation('upload');
  const say = useNotices((notices) => notices.say);
  const [answer, setAnswer] = useState<ReadAnswer | undefined>(undefined);
  const waiting = batches.filter(({closedAt}) => closedAt === undefined);

  const refuse = (refused: AnswerRefused): void => {
    if ('fault' in refused) say(faultWords(i18n, refused.fault));
    else if (refused.is === 'tooLong') say(t('answer.tooLong', {count: answerRowsMax}));
    else say(t('answer.tooLarge', {size: formatBytes(i18n.language, answerBytesMax)}));
  };
  const read = async (file: File | undefined, said: BatchShown | undefined): Promise<void> => {
    if (!file) return;
    if (!said) return say(t('answer.noBatch'));
    const table = await readAnswerFile(file);
    if (!('rows' in table)) return refuse(table);
    const batch = batchAnswered(table.rows, waiting, said);
    const orders = await readOnce(data, ordersToUpload, {orderIds: batch.orders.map(({orderId}) => orderId)});
    const judged = judgeAnswer(table.rows, batch, orders);
    if (!judged.ok) return refuse(judged);
    return setAnswer({batch, fileName: file.name, judged: judged.value, isOther: batch.id !== said.id});
  };
  const accept = async ({batch, judged}: ReadAnswer): Promise<void> => {
    setAnswer(undefined);
    const numbers = judged.toSet.map(({orderId, number}) => ({orderId, number}));
    deeds.did('upload:did.numbered', [await data.mutate(setNumbers, {batchId: batch.id as UploadBatchId, numbers})]);
  };
  return {
    answer,
    choose: (batch) => void chooseFiles().then(([file]) => read(file, batch)),
    drop: ([file]) => void read(file, waiting[0]),
    accept: () => (answer ? void accept(answer) : undefined),
    leave: () => setAnswer(undefined),
  };
}
