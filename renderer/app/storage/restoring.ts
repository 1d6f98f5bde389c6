import type {i18n} from 'i18next';
import type {Fault} from '#core/faults.ts';
import type {Restored} from '#core/storage/messages.ts';
import type {Instant} from '#core/time/instant.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {useNotices} from '../frame/notices.ts';
import type {ShopKeeper} from '../shop/shop-store.ts';
import {faultWords} from '../words/fault-words.ts';

/** Puts another copy in the place of a shop. A fault or `cancelled`: everything is as it was. */
export interface Restoring {
  readonly restore: (backup: {
    readonly file: Blob;
    readonly phrase: string;
    readonly madeAt: Instant;
  }) => Promise<Ended>;
  readonly goBack: (snapshot: {readonly name: string; readonly madeAt: Instant}) => Promise<Ended>;
}
type Ended = Fault | 'cancelled' | undefined;

/** The page it is asked on goes with the shop it shows, so that what became of it is said by the line of notices. */
export function restoringWith(keeper: ShopKeeper, words: i18n): Restoring {
  const {say} = useNotices.getState();
  const goBack = (name: string, told: string): Promise<Ended> => ended(keeper.goBack(name), told);

  async function ended(asked: ReturnType<ShopKeeper['goBack']>, told: string): Promise<Ended> {
    const answer = await asked;
    if (!answer.ok) return answer.fault;
    if (answer.value === 'cancelled') return 'cancelled';
    tell(answer.value, told);
    return undefined;
  }

  function tell({refused, before}: Restored, told: string): void {
    if (refused === 'cancelled') say(words.t('storage:restore.cancelled'));
    else if (refused) say(faultWords(words, refused));
    else if (before === undefined) say(told);
    else say(told, () => void goBack(before, words.t('storage:restore.putBack')).then(sayFault));
  }

  function sayFault(fault: Ended): void {
    if (fault !== undefined && fault !== 'cancelled') say(faultWords(words, fault));
  }

  const timeOf = (madeAt: Instant): string => formatMoment(words.language, madeAt, 'full');
  return {
    restore: ({file, phrase, madeAt}) =>
      ended(keeper.restore(file, phrase), words.t('storage:restore.restored', {time: timeOf(madeAt)})),
    goBack: async ({name, madeAt}) => {
      const fault = await goBack(name, words.t('storage:restore.wentBack', {time: timeOf(madeAt)}));
      sayFault(fault);
      return fault;
    },
  };
}
