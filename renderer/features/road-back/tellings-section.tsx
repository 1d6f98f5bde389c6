import {useTranslation} from 'react-i18next';
import type {Telling} from '#core/shipping/road-back/schema.ts';
import {useNow} from '../../app/data/use-now.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {TimeAgo} from '../../ui/time-ago.tsx';
import styles from './told.module.css';

interface TellingsSectionProps {
  readonly tellings: readonly Telling[];
  readonly nameOf: (storefrontId: string) => string;
  readonly onAgain: (telling: Telling) => void;
}

/** What channels were told, the newest first, each with the way to tell it again. */
export function TellingsSection({tellings, nameOf, onAgain}: TellingsSectionProps) {
  const {t} = useTranslation('told');
  const now = useNow();
  return (
    <Section title={t('done.title')}>
      {tellings.length === 0 ? <p>{t('done.none')}</p> : null}
      {tellings.length > 0 ? (
        <SheetTable
          heads={[t('done.what'), t('done.where'), t('done.when'), t('done.state')]}
          figures={[t('done.acts')]}
        >
          {tellings.map((telling) => {
            const {id, fileName, storefrontId, toldAt, takenBackAt, parcelIds} = telling;
            const isBack = takenBackAt !== undefined;
            return (
              <tr key={id}>
                <td className={styles.name}>{fileName || t('done.byHand')}</td>
                <td>{nameOf(storefrontId)}</td>
                <td>
                  <TimeAgo instant={toldAt} now={now} />
                </td>
                <td>
                  {isBack ? (
                    <StatusMark meaning="note" word={t('done.takenBack')} />
                  ) : (
                    <StatusMark meaning="good" word={t('parcels', {count: parcelIds.length})} />
                  )}
                </td>
                <td data-act>
                  {isBack ? null : (
                    <Button
                      variant="quiet"
                      aria-label={`${fileName || t('done.byHand')}: ${t('act.again')}`}
                      onClick={() => onAgain(telling)}
                    >
                      {t('act.again')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </SheetTable>
      ) : null}
    </Section>
  );
}
