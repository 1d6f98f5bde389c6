import {useTranslation} from 'react-i18next';
import type {CarrierWords} from '#core/shipping/road-back/road-back.ts';
import type {CarrierNameRow} from '#core/shipping/road-back/schema.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';

interface NamesSectionProps {
  readonly names: readonly CarrierNameRow[];
  readonly carriers: CarrierWords;
  readonly onName: () => void;
  readonly onForget: (name: CarrierNameRow) => void;
}

/** How the seller says that channels call carriers. */
export function NamesSection({names, carriers, onName, onForget}: NamesSectionProps) {
  const {t, i18n} = useTranslation('told');
  return (
    <Section title={t('names.title')}>
      {names.length === 0 ? <p>{t('names.none')}</p> : null}
      {names.length > 0 ? (
        <SheetTable heads={[t('names.channel'), t('names.carrier'), t('names.name')]} figures={[t('done.acts')]}>
          {names.map((row) => (
            <tr key={row.id}>
              <td>{i18n.t(`settings:channels.${row.channel}`)}</td>
              <td>{carriers.names.get(row.carrier) ?? row.carrier}</td>
              <td>{row.name}</td>
              <td data-act>
                <Button variant="quiet" aria-label={`${row.name}: ${t('act.remove')}`} onClick={() => onForget(row)}>
                  {t('act.remove')}
                </Button>
              </td>
            </tr>
          ))}
        </SheetTable>
      ) : null}
      <Button keys="c" onClick={onName}>
        {t('names.dialog')}
      </Button>
    </Section>
  );
}
