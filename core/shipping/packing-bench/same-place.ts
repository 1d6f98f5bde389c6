import type {Buyer, Order, OrderId} from '../../orders/schema.ts';

/**
 * Whether two orders go to one person at one address, however each was typed: without case, width and punctuation. An address that is not
 * told in full, or hidden by its channel behind asterisks, is that of nobody else.
 */
export function isSamePlace(one: Buyer, other: Buyer): boolean {
  const place = placeOf(one);
  return place !== undefined && place === placeOf(other);
}

/**
 * Of orders that can be joined, those of the same storefront that go where this one goes; none where it is not one of them. Who gets an order
 * is opened on this desk alone, by `open`.
 */
export async function joinedTo(
  order: Order,
  able: readonly Order[],
  open: (order: Order) => Promise<Buyer | undefined>,
): Promise<readonly OrderId[]> {
  const isOfShop = ({storefrontId}: Order): boolean => storefrontId === order.storefrontId;
  const near = able.filter(isOfShop);
  if (near.length < 2 || !near.some(({id}) => id === order.id)) return [];
  const buyer = await open(order);
  const others = near.filter(({id}) => id !== order.id);
  const buyers = await Promise.all(others.map(open));
  return others.flatMap(({id}, at) => {
    const other = buyers[at];
    return buyer && other && isSamePlace(buyer, other) ? [id as OrderId] : [];
  });
}

/** The words of a name, by which the list of orders finds it; blank where there is none. */
export function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function placeOf({shipTo}: Buyer): string | undefined {
  const {name, company = '', street, extra = '', postalCode = '', city, region = '', country} = shipTo;
  const told = [name, company, street, extra, postalCode, city];
  if (told.some((text) => /[*＊]/.test(text))) return undefined;
  const words = told.map(wordsOf);
  if ([name, street, city].some((text) => wordsOf(text) === '')) return undefined;
  // Where there is a postal code it names the region, which one writes in full, the other in two letters, and the next not at all.
  return [...words, postalCode === '' ? wordsOf(region) : '', country].join('\n');
}
