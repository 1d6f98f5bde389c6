import type {i18n} from 'i18next';
import type {Fault} from '#core/faults.ts';
import {useNotices} from '../frame/notices.ts';
import type {ShopKeeper} from '../shop/shop-store.ts';
import {faultWords} from '../words/fault-words.ts';

/** Brings a shop here with a code, and shows it. A fault or `cancelled`: everything is as it was. */
export type Join = (code: string, deskName: string) => Promise<Fault | 'cancelled' | undefined>;

/** Says what was put away for the shop that was joined, and offers it back. */
export function joinWith(keeper: ShopKeeper, words: i18n): Join {
  return async (code, deskName) => {
    const answer = await keeper.join(code, deskName);
    if (!answer.ok) return answer.fault;
    if (answer.value === 'cancelled') return answer.value;
    const {before} = answer.value;
    if (before === undefined) return undefined;
    const {say} = useNotices.getState();
    const goBack = async (): Promise<void> => {
      const back = await keeper.goBack(before);
      const refused = !back.ok ? back.fault : back.value === 'cancelled' ? undefined : back.value.refused;
      const isSaid = refused !== undefined && refused !== 'cancelled';
      say(isSaid ? faultWords(words, refused) : words.t('desks:join.hadBack'));
    };
    say(words.t('desks:join.putAway'), () => void goBack());
    return undefined;
  };
}
