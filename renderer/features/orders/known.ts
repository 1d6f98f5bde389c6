import type {Product} from '#core/catalog/schema.ts';
import type {BuyerId, Contact} from '#core/customers/schema.ts';

/** Somebody who has bought before. */
export interface KnownBuyer {
  readonly id: BuyerId;
  readonly contact: Contact;
}

const offeredMax = 8;

/** Of products that were found, those that fit what is written by now; an SKU that is written whole asks for nothing more. */
export function productsLike(written: string, products: readonly Product[]): readonly Product[] {
  const text = folded(written);
  if (text === '') return [];
  return products
    .filter(({sku, title}) => folded(`${sku} ${title}`).includes(text) && folded(sku) !== text)
    .slice(0, offeredMax);
}

/** Buyers whose name, company or mail address holds what is written so far; only those whose address is known. */
export function buyersLike(written: string, buyers: readonly KnownBuyer[]): readonly KnownBuyer[] {
  const text = folded(written);
  if (text.length < lettersMin) return [];
  return buyers
    .filter(({contact: {name, email, handle, shipTo}}) => {
      const words = [shipTo?.name, shipTo?.company, name, email, handle];
      return shipTo !== undefined && folded(words.join(' ')).includes(text);
    })
    .slice(0, offeredMax);
}

const lettersMin = 2;

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
