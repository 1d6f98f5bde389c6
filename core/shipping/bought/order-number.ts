/** An order number as it stands on a label: where, and whether something beside it says that it is one. */
export interface NumberSeen {
  readonly number: string;
  readonly named: boolean;
}

/** Below so many letters and digits a number stands on labels by chance: as a weight, a house, a page. */
export const lettersSure = 6;

const between = /[\s,;:()[\]|*]+/;
const saysReference =
  /(?:^|[^\p{L}])(?:order|orders|ord|ref|reference|po|rma|bestell\w*|auftrag\w*|commande|pedido|ordine|zam\w*)(?:$|[^\p{L}])|订单|單號|单号|注文|주문/iu;

/** An order number as it is compared: in capitals, without the sign before it that shops like. */
export function plainOrderNumber(number: string): string {
  return number.trim().toUpperCase().replace(/^#+/, '');
}

/** Everything on a label that may be an order number, barcodes too. */
export function orderNumbersIn(lines: readonly string[], codes: readonly string[]): readonly NumberSeen[] {
  const seen = new Map<string, boolean>();
  const see = (text: string, named: boolean): void => {
    const number = plainOrderNumber(text).replace(/[.]+$/, '');
    if (number !== '') seen.set(number, named || (seen.get(number) ?? false));
  };
  for (const line of lines) {
    const named = saysReference.test(line);
    for (const word of line.split(between)) {
      see(word, named || word.startsWith('#'));
      const hash = word.indexOf('#');
      if (hash > 0) see(word.slice(hash), true);
    }
    // Numbers with blanks inside are whole lines.
    see(line, named);
  }
  for (const code of codes) see(code, false);
  return [...seen].map(([number, named]) => ({number, named}));
}

export function isSureNumber({number, named}: NumberSeen): boolean {
  return named || number.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= lettersSure;
}
