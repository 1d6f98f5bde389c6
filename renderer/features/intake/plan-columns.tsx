import type {TFunction, i18n} from 'i18next';
import type {IntakeFile, PlanItem, PlanKind} from '#core/intake/messages.ts';
import {toDecimalText} from '#core/money/decimal-text.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import type {GridColumn} from '../../ui/grid/grid-types.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {missingCell} from '../../ui/missing.tsx';
import {moneyCell} from '../../ui/money.tsx';
import {rowsText} from './intake-words.ts';

interface PlanColumns {
  readonly t: TFunction<'intake'>;
  readonly kit: TFunction<'ui'>;
  readonly words: i18n;
  readonly locale: string;
  readonly kind: PlanKind;
  readonly files: readonly IntakeFile[];
}

type Column = GridColumn<PlanItem>;

/** What is told of an order of the preview, or of a rejected row. */
export function planColumns({t, kit, words, locale, kind, files}: PlanColumns): readonly Column[] {
  const missing = missingCell(kit);
  const names = new Map(files.map(({key, name}) => [key, name]));
  const text = (id: string, title: string, width: number, of: (item: PlanItem) => string | undefined): Column => ({
    id,
    title,
    width,
    cell: (item) => of(item) || missing,
    text: (item) => of(item) ?? '',
  });

  const rows: Column = {...text('rows', t('column.rows'), 104, (item) => rowsText(item.rows)), frozen: true};
  const file = files.length > 1 ? [text('file', t('column.file'), 160, (item) => names.get(item.file))] : [];
  if (kind === 'rejected') {
    const why = text('reason', t('column.reason'), 560, ({fault}) => (fault ? faultWords(words, fault) : undefined));
    return [rows, why, ...file];
  }

  const order = text('order', t('column.order'), 152, (item) => item.channelOrderId);
  const facts: readonly Column[] = [
    text('buyer', t('column.buyer'), 184, (item) => item.buyer),
    {
      id: 'lines',
      title: t('column.lines'),
      width: 72,
      align: 'end',
      cell: (item) => (item.lines === undefined ? missing : formatCount(locale, item.lines)),
      text: (item) => item.lines ?? '',
    },
    {
      id: 'total',
      title: t('column.total'),
      width: 128,
      align: 'end',
      cell: (item) => moneyOf(item, (amount) => moneyCell(locale, amount)) ?? missing,
      text: (item) => moneyOf(item, (amount) => `${toDecimalText(amount)} ${amount.currency}`) ?? '',
    },
  ];
  const differs = text('what', t('column.what'), 200, (item) =>
    item.groups?.map(({group}) => t(`group.${group}`)).join(', '),
  );
  if (kind === 'changed') return [rows, order, differs, ...facts, ...file];
  if (kind === 'conflicting') return [rows, order, decidedColumn(t), differs, ...facts, ...file];
  return [rows, order, ...facts, ...file];
}

function decidedColumn(t: TFunction<'intake'>): Column {
  const open = (item: PlanItem): boolean =>
    item.groups?.some(({conflicting, decided}) => conflicting && decided === undefined) ?? false;
  const word = (item: PlanItem): string => {
    if (open(item)) return t('conflict.open');
    const sides = new Set(item.groups?.filter(({conflicting}) => conflicting).map(({decided}) => decided));
    return [...sides].map((side) => (side === undefined ? '' : t(`conflict.decided.${side}`))).join(', ');
  };
  return {
    id: 'decided',
    title: t('preview.conflicting'),
    width: 152,
    cell: word,
    look: (item) => ({meaning: open(item) ? 'watch' : 'good'}),
    text: word,
  };
}

function moneyOf<T>(
  {totalMinor, currency}: PlanItem,
  tell: (amount: {minor: number; currency: NonNullable<PlanItem['currency']>}) => T,
): T | undefined {
  return totalMinor === undefined || currency === undefined ? undefined : tell({minor: totalMinor, currency});
}
