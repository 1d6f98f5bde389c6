import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useData} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {troubleOf} from '../../app/shop/shop-light.ts';
import {takeBack} from '../../app/sync/take-back.ts';
import {Button} from '../../ui/button.tsx';
import {ProgressLine} from '../../ui/progress-line.tsx';
import {Section} from '../../ui/section.tsx';
import styles from '../../ui/sheet.module.css';
import type {Joined} from './this-desk.tsx';
import {Trouble} from './trouble.tsx';

interface FoundingSectionProps {
  readonly sync: Joined;
  readonly founding: NonNullable<Joined['founding']>;
}

/** A shop on its way to its master: how much of it is there, why it does not go on, and the way back. */
export function FoundingSection({sync: {problem, master}, founding: {done, total}}: FoundingSectionProps) {
  const {t, i18n} = useTranslation('desks');
  const data = useData();
  const [isGoing, setIsGoing] = useState(false);
  const cancel = async (): Promise<void> => {
    setIsGoing(true);
    await takeBack(data, i18n);
    setIsGoing(false);
  };
  useKeys('page', [
    {
      id: 'desks.takeBack',
      word: 'desks:founding.cancel',
      section: 'app:section.page',
      when: () => !isGoing,
      run: () => void cancel(),
    },
  ]);
  return (
    <Section title={t('founding.title')}>
      {problem ? <Trouble fault={problem} meaning={troubleOf(problem).meaning} /> : null}
      <ProgressLine words={t('founding.doing')} done={total === 0 ? 0 : done / total} />
      <dl className={styles.facts}>
        <dt>{t('this.master')}</dt>
        <dd>{master}</dd>
      </dl>
      <p>{t('founding.lead')}</p>
      <Button disabled={isGoing} onClick={() => void cancel()}>
        {t('founding.cancel')}
      </Button>
    </Section>
  );
}
