import {useTranslation} from 'react-i18next';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {JudgedAnswer} from '#core/shipping/upload/judge-answer.ts';
import type {BatchShown} from '#core/shipping/upload/queries.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import sheet from '../../ui/sheet.module.css';
import type {Meaning} from '../../ui/status-mark.tsx';
import styles from './upload.module.css';

/** An answer that was read, with the file it is the answer to. */
export interface ReadAnswer {
  readonly batch: BatchShown;
  readonly fileName: string;
  readonly judged: JudgedAnswer;
  /** It answers another file than the one that was chosen. */
  readonly isOther: boolean;
}

interface AnswerDialogProps {
  readonly answer: ReadAnswer;
  readonly onAccept: () => void;
  readonly onClose: () => void;
}

/** What an answer would change, all of it, before anything is. */
export function AnswerDialog({answer, onAccept, onClose}: AnswerDialogProps) {
  const {t} = useTranslation('upload');
  const {batch, fileName, judged, isOther} = answer;
  const {toSet, there, others, stopped, doubles, strangers, left} = judged;
  const references = new Map<string, string>(batch.orders.map(({orderId, reference}) => [orderId, reference]));
  const told = (some: JudgedAnswer['toSet']): readonly string[] =>
    some.map(({reference, number}) => `${reference}  ${number}`);
  useKeys('dialog', [
    {
      id: 'upload.accept',
      word: 'upload:act.answer',
      section: 'app:section.page',
      keys: 'Ctrl+Enter',
      when: () => toSet.length > 0,
      run: onAccept,
    },
  ]);
  return (
    <Dialog
      title={t('answer.title', {name: batch.fileName})}
      opened
      tall
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('answer.close')}</Button>
          {toSet.length > 0 ? (
            <Button variant="primary" keys="Ctrl+Enter" onClick={onAccept}>
              {t('answer.accept', {count: toSet.length})}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={sheet.asked}>
        <p>{t('answer.from', {file: fileName})}</p>
        {isOther ? <MeaningLine meaning="note" words={t('answer.otherFile', {name: batch.fileName})} /> : null}
        {toSet.length > 0 ? (
          <Group meaning="good" words={t('answer.toSet', {count: toSet.length})} lines={told(toSet)} />
        ) : (
          <MeaningLine meaning="note" words={t('answer.nothing')} role="status" />
        )}
        <Group meaning="watch" words={t('answer.doubles', {count: doubles.length})} lines={doublesOf(doubles)} />
        <Group
          meaning="watch"
          words={t('answer.strangers', {count: strangers.length})}
          lines={strangers.map(({row, reference}) => `${reference || '–'}  ${t('answer.row', {row})}`)}
        />
        <Group meaning="watch" words={t('answer.others', {count: others.length})} lines={told(others)} />
        <Group meaning="stop" words={t('answer.stopped', {count: stopped.length})} lines={told(stopped)} />
        <Group meaning="note" words={t('answer.there', {count: there.length})} lines={told(there)} />
        <Group
          meaning="note"
          words={t('answer.left', {count: left.length})}
          lines={left.map((orderId) => references.get(orderId) ?? '')}
        />
      </div>
    </Dialog>
  );
}

function doublesOf(doubles: JudgedAnswer['doubles']): readonly string[] {
  return doubles.map(({reference, numbers}) => `${reference}  ${numbers.join(', ')}`);
}

interface GroupProps {
  readonly meaning: Meaning;
  readonly words: string;
  readonly lines: readonly string[];
}

const shownMax = 12;

function Group({meaning, words, lines}: GroupProps) {
  const {t} = useTranslation('upload');
  if (lines.length === 0) return null;
  return (
    <div className={styles.group}>
      <MeaningLine meaning={meaning} words={words} />
      <ul>
        {lines.slice(0, shownMax).map((line, at) => (
          <li key={at}>{line}</li>
        ))}
        {lines.length > shownMax ? <li>{t('answer.more', {count: lines.length - shownMax})}</li> : null}
      </ul>
    </div>
  );
}
