import type {TaxMarket} from '../format.ts';

/** Amazon's marketplaces: the currency of their reports, and the tax rates of their countries in thousandths (2010 to 2026). */
interface Marketplace {
  readonly currency: string;
  readonly ratesPerMille: readonly number[];
}

const marketplaces: Readonly<Record<string, Marketplace>> = {
  'amazon.com': {currency: 'USD', ratesPerMille: []},
  'amazon.ca': {currency: 'CAD', ratesPerMille: []},
  'amazon.com.mx': {currency: 'MXN', ratesPerMille: [160, 80]},
  'amazon.com.br': {currency: 'BRL', ratesPerMille: []},
  'amazon.co.uk': {currency: 'GBP', ratesPerMille: [200, 50]},
  'amazon.de': {currency: 'EUR', ratesPerMille: [190, 70, 160]},
  'amazon.fr': {currency: 'EUR', ratesPerMille: [200, 100, 55, 21]},
  'amazon.it': {currency: 'EUR', ratesPerMille: [220, 100, 50, 40]},
  'amazon.es': {currency: 'EUR', ratesPerMille: [210, 100, 40]},
  'amazon.nl': {currency: 'EUR', ratesPerMille: [210, 90]},
  'amazon.com.be': {currency: 'EUR', ratesPerMille: [210, 120, 60]},
  'amazon.ie': {currency: 'EUR', ratesPerMille: [230, 135, 90, 48]},
  'amazon.se': {currency: 'SEK', ratesPerMille: [250, 120, 60]},
  'amazon.pl': {currency: 'PLN', ratesPerMille: [230, 80, 50]},
  'amazon.com.tr': {currency: 'TRY', ratesPerMille: [200, 180, 100, 80, 10]},
  'amazon.ae': {currency: 'AED', ratesPerMille: [50]},
  'amazon.sa': {currency: 'SAR', ratesPerMille: [150, 50]},
  'amazon.in': {currency: 'INR', ratesPerMille: [280, 180, 120, 50, 400]},
  'amazon.sg': {currency: 'SGD', ratesPerMille: [90, 80, 70]},
  'amazon.co.jp': {currency: 'JPY', ratesPerMille: [100, 80]},
  'amazon.com.au': {currency: 'AUD', ratesPerMille: [100]},
};

const byCurrency = new Map(Object.values(marketplaces).map((place) => [place.currency, place]));
const euroRates = [
  ...new Set(Object.values(marketplaces).flatMap((place) => (place.currency === 'EUR' ? place.ratesPerMille : []))),
];

/**
 * The marketplace of an order by its sales channel, else by its currency. In North and South America `item-price` is
 * without tax; elsewhere it is what the buyer sees, tax inside, unless the file's own figures show otherwise (reports for
 * businesses, some exports of third parties).
 */
export function amazonMarket({channel, currency}: {readonly channel: string; readonly currency: string}): TaxMarket {
  const name = channel.toLowerCase().replace(/^(?:www\.|si )/, '');
  const place = marketplaces[name];
  if (place) return {name, ratesPerMille: place.ratesPerMille, unlessShown: unlessShown(place.currency)};
  const code = currency.toUpperCase();
  const ratesPerMille = code === 'EUR' ? euroRates : (byCurrency.get(code)?.ratesPerMille ?? []);
  return {name: code, ratesPerMille, unlessShown: unlessShown(code)};
}

function unlessShown(currency: string): TaxMarket['unlessShown'] {
  return ['USD', 'CAD', 'MXN', 'BRL', ''].includes(currency) ? 'added' : 'included';
}
