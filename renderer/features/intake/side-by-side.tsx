import {useId} from 'react';
import {useTranslation} from 'react-i18next';
import type {FactName, GroupDifference} from '#core/intake/messages.ts';
import {Missing} from '../../ui/missing.tsx';
import styles from './intake.module.css';

interface SideBySideProps {
  readonly difference: GroupDifference;
  /** Absent where nobody has to decide: the file simply knows more. */
  readonly onDecide: ((side: 'ours' | 'theirs') => void) | undefined;
}

const sides = ['ours', 'theirs'] as const;

/** What stands in the shop beside what stands in the file, fact by fact; what differs is marked. */
export function SideBySide({difference: {group, ours, theirs, decided}, onDecide}: SideBySideProps) {
  const {t} = useTranslation('intake');
  const name = useId();
  const facts = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])] as FactName[];
  return (
    <table className={styles.sides} aria-label={t(`group.${group}`)}>
      <thead>
        <tr>
          <th scope="col">{t('column.what')}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {onDecide ? (
                <label>
                  <input
                    type="radio"
                    name={name}
                    checked={decided === side}
                    aria-label={`${t(`group.${group}`)}: ${t(`conflict.${side}`)}`}
                    onChange={() => onDecide(side)}
                  />
                  {t(`conflict.${side}`)}
                </label>
              ) : (
                t(side === 'ours' ? 'conflict.before' : 'conflict.after')
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact} data-differs={ours[fact] !== theirs[fact]}>
            <th scope="row">{t(`fact.${fact}`)}</th>
            <td data-taken={decided === 'ours'}>{ours[fact] || <Missing />}</td>
            <td data-taken={decided === 'theirs'}>{theirs[fact] || <Missing />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
