import {useTranslation} from 'react-i18next';
import {rangesKept} from '#core/shipping/ranges/queries.ts';
import {countsOf} from '#core/shipping/ranges/range.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {Section} from '../../ui/section.tsx';
import table from '../../ui/sheet.module.css';

/** What became of the numbers of each range: those that are void or were never used are numbers the carrier may ask about. */
export function NumbersOfDay() {
  const {t} = useTranslation('day');
  const locale = useLocale();
  const ranges = useQuery(rangesKept, {})?.filter(({endedAt}) => endedAt === undefined) ?? [];
  if (ranges.length === 0) return null;
  return (
    <Section title={t('numbers.title')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('numbers.range')}</th>
            <th scope="col" data-figure>
              {t('numbers.used')}
            </th>
            <th scope="col" data-figure>
              {t('numbers.void')}
            </th>
            <th scope="col" data-figure>
              {t('numbers.free')}
            </th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </Section>
  );
}
