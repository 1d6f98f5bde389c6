import type {OrderStatus} from '../orders/schema.ts';

/** Words for a state, folded (lower case, trimmed); longer texts that contain one of them do not count. */
export type StatusWords = Readonly<Partial<Record<OrderStatus, readonly string[]>>>;

/** Makes a look-up from words; what is not listed is undefined. Case, surrounding space, `_` and `-` are folded. */
export function statusByWords(words: StatusWords): (text: string) => OrderStatus | undefined {
  const statuses = new Map<string, OrderStatus>();
  for (const [status, list] of Object.entries(words)) {
    for (const word of list) statuses.set(foldState(word), status as OrderStatus);
  }
  return (text) => (text === '' ? undefined : statuses.get(foldState(text)));
}

/** A state as it is compared: `Partially_Refunded ` and `partially refunded` are one. */
export function foldState(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim();
}
