import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import type {Meaning} from '../../ui/status-mark.tsx';

interface TroubleProps {
  readonly fault: Fault;
  /** What is said instead of the fault's own words. */
  readonly words?: string | undefined;
  readonly meaning?: Meaning;
  /** Something that was asked for has not come about: it is read out at once. */
  readonly isAnswer?: boolean;
}

/** Why something does not go on, in a sentence that may be long. */
export function Trouble({fault, words, meaning = 'stop', isAnswer = false}: TroubleProps) {
  const {i18n} = useTranslation();
  const said = words ?? faultWords(i18n, fault);
  return <MeaningLine meaning={meaning} words={said} role={isAnswer ? 'alert' : 'status'} />;
}
