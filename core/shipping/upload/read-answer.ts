import {type Result, fail, ok} from '../../lib/result.ts';
import type {OrderId} from '../../orders/schema.ts';
import {numberLengthMax} from '../tracking/form.ts';
import type {UploadTemplate} from './template.ts';

/** An order whose parcel was told to a carrier, by the reference it was told with. */
export interface OrderUploaded {
  readonly orderId: OrderId;
  readonly reference: string;
}

/** What a carrier's answer says, row by row; rows are counted from 1, the columns' names being the first. */
export interface CarrierAnswer {
  /** The number of each order that has one and only one. */
  readonly numbers: readonly {readonly orderId: OrderId; readonly number: string}[];
  /** References of nobody we asked for. */
  readonly strangers: readonly {readonly row: number; readonly reference: string}[];
  /** Orders with several numbers, and numbers of several orders: nothing is set for any of them, a person looks. */
  readonly doubles: readonly {readonly reference: string; readonly numbers: readonly string[]}[];
  /** Orders of which the answer says nothing, or no number. */
  readonly left: readonly OrderId[];
}

/** Reads the table that a carrier gives back for an upload. Refused where it has no column of references or of numbers. */
export function readAnswer(
  rows: readonly (readonly string[])[],
  orders: readonly OrderUploaded[],
  {answer}: Pick<UploadTemplate, 'answer'>,
): Result<CarrierAnswer> {
  const [head = [], ...body] = rows;
  const [referenceAt, numberAt] = [columnOf(head, answer.reference), columnOf(head, answer.number)];
  if (referenceAt < 0) return fail('shipping.answer_column_missing', {column: answer.reference.join(' / ')});
  if (numberAt < 0) return fail('shipping.answer_column_missing', {column: answer.number.join(' / ')});

  const known = new Map(orders.map((order) => [order.reference, order]));
  const numbers = new Map<string, Set<string>>();
  const strangers: {row: number; reference: string}[] = [];
  for (const [at, cells] of body.entries()) {
    const [reference, number] = [bare(cells[referenceAt]), bare(cells[numberAt])];
    if (reference === '' && number === '') continue;
    if (!known.has(reference)) strangers.push({row: at + 2, reference});
    else if (number !== '' && number.length <= numberLengthMax) {
      numbers.set(reference, (numbers.get(reference) ?? new Set()).add(number));
    }
  }
  return ok({...sorted(orders, numbers), strangers});
}

function sorted(
  orders: readonly OrderUploaded[],
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
): Omit<CarrierAnswer, 'strangers'> {
  const times = new Map<string, number>();
  for (const number of [...numbers.values()].flatMap((some) => [...some])) {
    times.set(number, (times.get(number) ?? 0) + 1);
  }
  const own = (reference: string): readonly string[] => [...(numbers.get(reference) ?? [])];
  const isOne = (some: readonly string[]): boolean => some.length === 1 && times.get(some[0] ?? '') === 1;
  const told = orders.map((order) => ({...order, own: own(order.reference)}));
  return {
    numbers: told.flatMap(({orderId, own: [number = ''], own: all}) => (isOne(all) ? [{orderId, number}] : [])),
    doubles: told.flatMap(({reference, own: all}) =>
      all.length > 0 && !isOne(all) ? [{reference, numbers: all}] : [],
    ),
    left: told.flatMap(({orderId, own: all}) => (all.length === 0 ? [orderId] : [])),
  };
}

function columnOf(head: readonly string[], names: readonly string[]): number {
  const wanted = new Set(names.map(folded));
  return head.findIndex((name) => wanted.has(folded(name)));
}

/** A heading as it is compared: spelling of capitals, blanks and dashes apart. */
export function folded(name: string): string {
  return bare(name)
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}

/** Without the apostrophe or the formula that spreadsheets put around a number so that it stays one. */
function bare(cell = ''): string {
  const text = cell.trim();
  const [, quoted] = /^="([^"]*)"$/.exec(text) ?? [];
  return (quoted ?? text).replace(/^'/, '').trim();
}
