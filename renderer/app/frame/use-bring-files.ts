import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import {brought} from '../data/use-intake.ts';
import {useData} from '../data/use-data.ts';
import {faultWords} from '../words/fault-words.ts';
import {chooseFiles} from './choose-files.ts';
import {useNotices} from './notices.ts';

export interface BringFiles {
  /** Shows the page of files and begins to read these. */
  readonly bring: (files: readonly File[]) => void;
  /** The same with files from the system's dialog. */
  readonly choose: () => void;
}

/** The two ways a file comes in, from whichever page: dropped, or chosen. */
export function useBringFiles(): BringFiles {
  const data = useData();
  const {i18n} = useTranslation();
  const [, go] = useLocation();
  const say = useNotices((notices) => notices.say);
  return useMemo(() => {
    const bring = async (files: readonly File[]): Promise<void> => {
      if (files.length === 0) return;
      go('/intake');
      const answer = await data.call('intake.add', {files: files.map(brought)});
      if (!answer.ok) say(faultWords(i18n, answer.fault));
    };
    return {
      bring: (files) => void bring(files),
      choose: () => void chooseFiles().then(bring),
    };
  }, [data, i18n, go, say]);
}
