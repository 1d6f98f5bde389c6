import type {Result} from '../../lib/result.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {type CarrierAnswer, readAnswer} from './read-answer.ts';
import type {UploadBatch} from './schema.ts';

/** A number as the answer tells it, beside the order it is for. */
export interface NumberTold {
  readonly orderId: OrderId;
  readonly reference: string;
  readonly number: string;
}

/** What an answer would change, before anything is: a person sees all of it. */
export interface JudgedAnswer extends Pick<CarrierAnswer, 'strangers' | 'doubles' | 'left'> {
  /** Orders without a number, that would get this one. */
  readonly toSet: readonly NumberTold[];
  /** They have this very number: the answer was taken over before. */
  readonly there: readonly NumberTold[];
  /** They have another number, which stays. */
  readonly others: readonly NumberTold[];
  /** Cancelled meanwhile, or gone: the label is paid for nothing. */
  readonly stopped: readonly NumberTold[];
}

type Asked = Pick<UploadBatch, 'id' | 'answer' | 'orders'>;

/** The batch that a table answers: the one of which it knows the most references; the one a person said where it knows none. */
export function batchAnswered<Batch extends Asked>(
  rows: readonly (readonly string[])[],
  batches: readonly Batch[],
  said: Batch,
): Batch {
  const known = (batch: Batch): number => {
    const answer = readAnswer(rows, batch.orders, batch);
    return answer.ok ? batch.orders.length - answer.value.left.length : 0;
  };
  const [best] = [said, ...batches.filter(({id}) => id !== said.id)]
    .map((batch) => ({batch, known: known(batch)}))
    .toSorted((one, other) => other.known - one.known);
  return best?.batch ?? said;
}

/** Holds the answer for a batch against its orders as they are now. */
export function judgeAnswer(
  rows: readonly (readonly string[])[],
  batch: Asked,
  orders: readonly Order[],
): Result<JudgedAnswer> {
  const answer = readAnswer(rows, batch.orders, batch);
  if (!answer.ok) return answer;
  const {numbers, strangers, doubles, left} = answer.value;
  const references = new Map(batch.orders.map(({orderId, reference}) => [orderId, reference]));
  const known = new Map(orders.map((order) => [order.id, order]));
  const told = numbers.map((each) => ({
    ...each,
    reference: references.get(each.orderId) ?? '',
    fate: fateOf(known.get(each.orderId), each.number),
  }));
  const those = (fate: Fate): readonly NumberTold[] =>
    told.flatMap(({fate: own, ...rest}) => (own === fate ? [rest] : []));
  return {
    ok: true,
    value: {
      toSet: those('toSet'),
      there: those('there'),
      others: those('others'),
      stopped: those('stopped'),
      strangers,
      doubles,
      left,
    },
  };
}

type Fate = 'toSet' | 'there' | 'others' | 'stopped';

function fateOf(order: Order | undefined, number: string): Fate {
  if (!order) return 'stopped';
  if (order.tracking) return order.tracking.number === number ? 'there' : 'others';
  return order.status === 'cancelled' || order.status === 'withdrawn' ? 'stopped' : 'toSet';
}
