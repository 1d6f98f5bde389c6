import type {Figure} from './figures.ts';
import type {Side} from './samples.ts';
import type {Line} from './verdict.ts';

const heads = ['figure', 'ours', 'peer', 'floor', 'ratio', 'promise', 'verdict'];

/** The figures as a table for a terminal. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [heads, ...lines.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ');
  return [line(heads), widths.map((width) => '-'.repeat(width)).join(' | '), ...lines.map(cellsOf).map(line)].join(
    '\n',
  );
}

function cellsOf({figure, values, beside, ratio, verdict}: Line): readonly string[] {
  const cell = (side: Side): string => {
    const value = values[side];
    if (value === undefined) return '-';
    const more = beside[side] === undefined ? '' : ` (${figure.beside} ${amount(beside[side], figure)})`;
    const name = side === 'ours' ? '' : ` ${figure[side] ?? ''}`;
    return `${amount(value, figure)}${unitOf(figure)}${more}${name}`;
  };
  const title = figure.statistic === 'median' ? figure.title : `${figure.title}, ${figure.statistic}`;
  return [
    title,
    cell('ours'),
    cell('peer'),
    cell('floor'),
    ratio === undefined ? '' : `${ratio.toFixed(2)}x`,
    promiseOf(figure),
    verdict === 'told' ? '' : verdict,
  ];
}

function promiseOf({promised, unit}: Figure): string {
  if (!promised) return '';
  if (promised.kind === 'ratio') return `<= ${promised.most}x ${promised.to}`;
  if (promised.kind === 'time') return `<= ${promised.mostMs} ms (warns)`;
  return `<= ${promised.most}${unit === '' ? '' : ` ${unit}`}`;
}

function unitOf({unit}: Figure): string {
  return unit === '' ? '' : ` ${unit}`;
}

function amount(value: number, {unit}: Figure): string {
  if (unit === '' || unit === 'MB') return value.toFixed(0);
  return value.toFixed(unit === 's' || unit === '%' ? 2 : 1);
}
