import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import {brought} from '../data/use-intake.ts';
import {useData} from '../data/use-data.ts';
import {isLabelFile} from '../labels/is-label-file.ts';
import {bringLabels} from '../labels/label-session.ts';
import {faultWords} from '../words/fault-words.ts';
import {chooseFiles} from './choose-files.ts';
import {useNotices} from './notices.ts';

export interface BringFiles {
  /** Shows the page for such files, that of orders or that of labels, and begins to read them. */
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
      const told = await Promise.all(files.map(async (file) => ({file, isLabels: await isLabelFile(file)})));
      const labels = told.flatMap(({file, isLabels}) => (isLabels ? [file] : []));
      const others = told.flatMap(({file, isLabels}) => (isLabels ? [] : [file]));
      go(others.length > 0 ? '/intake' : '/ship/bought');
      if (labels.length > 0) void bringLabels(labels);
      if (others.length === 0) return;
      const answer = await data.call('intake.add', {files: others.map(brought)});
      if (!answer.ok) say(faultWords(i18n, answer.fault));
    };
    return {
      bring: (files) => void bring(files),
      choose: () => void chooseFiles().then(bring),
    };
  }, [data, i18n, go, say]);
}
