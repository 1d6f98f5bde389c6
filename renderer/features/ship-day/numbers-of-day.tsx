import {useTranslation} from 'react-i18next';
import {rangesKept} from '#core/shipping/ranges/queries.ts';
import {countsOf} from '#core/shipping/ranges/range.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';

/** What became of the numbers of each range: those that are void or were never used are numbers the carrier may ask about. */
export function NumbersOfDay() {
  const {t} = useTranslation('day');
  const locale = useLocale();
  const ranges = useQuery(rangesKept, {})?.filter(({endedAt}) => endedAt === undefined) ?? [];
  if (ranges.length === 0) return null;
  return (
    <Section title={t('numbers.title')}>
      <SheetTable heads={[t('numbers.range')]} figures={[t('numbers.used'), t('numbers.void'), t('numbers.free')]}>
        {ranges.map((range) => {
          const counts = countsOf(range);
          return (
            <tr key={range.id}>
              <th scope="row">
                {t('numbers.span', {from: range.from, to: range.to})}
                <small>{t('numbers.account', {account: range.account})}</small>
              </th>
              <td data-figure>{formatCount(locale, counts.used + counts.inHand)}</td>
              <td data-figure>{formatCount(locale, counts.void)}</td>
              <td data-figure>{formatCount(locale, counts.free)}</td>
            </tr>
          );
        })}
      </SheetTable>
    </Section>
  );
}
