import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {NumberRange} from '#core/shipping/ranges/schema.ts';
import {useData} from '../../app/data/use-data.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {RangeForm} from './range-form.tsx';
import {RangeLine} from './range-line.tsx';
import {TakeRange} from './take-range.tsx';
import {useRanges} from './use-numbers.ts';

/** The numbers that carriers have given to the seller's accounts, and what became of them. */
export function RangesSection() {
  const {t} = useTranslation('numbers');
  const data = useData();
  const deeds = useDeeds();
  const found = useRanges();
  const [adding, setAdding] = useState(false);
  const [taking, setTaking] = useState<NumberRange | undefined>(undefined);
  const end = async ({id: rangeId}: NumberRange): Promise<void> => {
    const ended = await data.call('numbers.end', {rangeId});
    deeds.did('numbers:did.ended', [ended.ok ? ended.value : ended]);
  };
  return (
    <Section title={t('title')} busy={found === undefined}>
      <p>{t('lead')}</p>
      {found?.ranges.length === 0 ? <p>{t('none')}</p> : null}
      {found && found.ranges.length > 0 ? (
        <SheetTable heads={[t('column.carrier'), t('column.numbers'), t('column.left')]} figures={[t('column.act')]}>
          {found.ranges.map((range) => (
            <RangeLine
              key={range.id}
              range={range}
              kind={found.kinds.find(({scheme}) => scheme === range.scheme)}
              isHere={range.desk === found.desk}
              holder={found.deskNames.get(range.replica ?? '')}
              onEnd={() => void end(range)}
              onTake={() => setTaking(range)}
            />
          ))}
        </SheetTable>
      ) : null}
      <Button disabled={found?.desk === undefined} onClick={() => setAdding(true)}>
        {t('add')}
      </Button>
      {adding && found ? <RangeForm kinds={found.kinds} onClose={() => setAdding(false)} /> : null}
      {taking ? <TakeRange range={taking} onClose={() => setTaking(undefined)} /> : null}
    </Section>
  );
}
