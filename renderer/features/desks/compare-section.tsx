import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Result} from '#core/lib/result.ts';
import type {TableName} from '#core/schema.ts';
import type {TableDigest} from '#core/sync/messages.ts';
import {useData} from '../../app/data/use-data.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {Section} from '../../ui/section.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {Trouble} from './trouble.tsx';

interface Compared {
  readonly seq: number;
  readonly tables: readonly TableDigest[];
}

/** Whether this desk has what the master has, table by table, for whoever wants to know instead of believe. */
export function CompareSection() {
  const {t} = useTranslation('desks');
  const data = useData();
  const [isAsking, setIsAsking] = useState(false);
  const [answer, setAnswer] = useState<Result<Compared> | undefined>(undefined);
  const compare = async (): Promise<void> => {
    setIsAsking(true);
    const said = await data.call('sync.compare', null);
    setAnswer(said.ok ? said.value : said);
    setIsAsking(false);
  };
  return (
    <Section title={t('compare.title')} busy={isAsking}>
      <p>{t('compare.lead')}</p>
      {answer?.ok === false ? <Trouble fault={answer.fault} isAnswer /> : null}
      {answer?.ok ? <Differences {...answer.value} /> : null}
      <Button disabled={isAsking} onClick={() => void compare()}>
        {t('compare.act')}
      </Button>
    </Section>
  );
}

function Differences({seq, tables}: Compared) {
  const {t} = useTranslation('desks');
  const locale = useLocale();
  const different = tables.filter(({isSame}) => !isSame).length;
  return (
    <>
      <div role="status">
        {different === 0 ? (
          <StatusMark meaning="good" word={t('compare.all', {count: tables.length, seq})} />
        ) : (
          <StatusMark meaning="stop" word={t('compare.differ', {count: different, seq})} />
        )}
      </div>
      <SheetTable heads={[t('compare.table'), t('compare.result')]} figures={[t('compare.rows')]}>
        {tables.map(({table, rows, isSame}) => (
          <tr key={table}>
            <th scope="row">{t(`tables.${table as TableName}`, {defaultValue: table})}</th>
            <td>
              <StatusMark meaning={isSame ? 'good' : 'stop'} word={isSame ? t('compare.same') : t('compare.other')} />
            </td>
            <td data-figure>{formatCount(locale, rows)}</td>
          </tr>
        ))}
      </SheetTable>
    </>
  );
}
