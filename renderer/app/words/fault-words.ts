import type {i18n} from 'i18next';
import type {Fault, FaultCode} from '#core/faults.ts';

/** `orders.not_found` is said by `fault.not_found` of `orders.json`. A fault without words does not compile here. */
type KeyOf<Code extends FaultCode> = Code extends `${infer Feature}.${infer Name}` ? `${Feature}:fault.${Name}` : never;

/** The sentence for a fault, filled with its values. */
export function faultWords(words: i18n, {code, values}: Fault): string {
  return words.t(code.replace('.', ':fault.') as KeyOf<FaultCode>, values);
}
