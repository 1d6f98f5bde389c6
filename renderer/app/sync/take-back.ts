import type {i18n} from 'i18next';
import type {DataClient} from '../data/data-client.ts';
import {useNotices} from '../frame/notices.ts';
import {faultWords} from '../words/fault-words.ts';

/** Takes a shop back that is on its way to a master, and says what has become of it: the page it was asked on goes meanwhile. */
export async function takeBack(data: DataClient, words: i18n): Promise<void> {
  const said = await data.call('sync.cancel', null);
  const answer = said.ok ? said.value : said;
  const told = (isLeftThere: boolean): string =>
    isLeftThere ? words.t('desks:founding.left') : words.t('desks:founding.cancelled');
  useNotices.getState().say(answer.ok ? told(answer.value.isLeftThere) : faultWords(words, answer.fault));
}
