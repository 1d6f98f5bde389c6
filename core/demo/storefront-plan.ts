import {must} from '../lib/assert.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {Channel} from '../storefronts/schema.ts';
import type {OrderNumberStyle} from './order-numbers.ts';
import {listCurrencies} from './price-list.ts';
import {type Language, languages} from './product-families.ts';

/** One storefront of the invented shop, before it has an id. */
export interface StorefrontPlan {
  readonly name: string;
  readonly channel: Channel;
  readonly currency: CurrencyCode;
  readonly numbers: OrderNumberStyle;
  /** Working days within which it promises to ship. */
  readonly handlingDays: number;
  /** Sells by the hundred too. */
  readonly bulk: boolean;
  readonly markets: readonly Market[];
}

/** Where a storefront delivers, what is paid with there and how much it matters beside all other markets. */
export interface Market {
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly language: Language;
  readonly weight: number;
}

export const storefrontPlans: readonly StorefrontPlan[] = [
  {
    name: 'Amazon.de',
    channel: 'amazon',
    currency: known('EUR'),
    numbers: {style: 'amazon', prefix: 302},
    handlingDays: 1,
    bulk: false,
    markets: markets('DE EUR de 110, AT EUR de 16, NL EUR en 5, BE EUR fr 4'),
  },
  {
    name: 'Amazon.co.uk',
    channel: 'amazon',
    currency: known('GBP'),
    numbers: {style: 'amazon', prefix: 203},
    handlingDays: 2,
    bulk: false,
    markets: markets('GB GBP en 62, IE EUR en 7'),
  },
  {
    name: 'Amazon.co.jp',
    channel: 'amazon',
    currency: known('JPY'),
    numbers: {style: 'amazon', prefix: 503},
    handlingDays: 2,
    bulk: false,
    markets: markets('JP JPY ja 46'),
  },
  {
    name: 'eBay Deutschland',
    channel: 'ebay',
    currency: known('EUR'),
    numbers: {style: 'ebay', prefix: 12},
    handlingDays: 2,
    bulk: true,
    markets: markets('DE EUR de 38, AT EUR de 6, CZ EUR de 5, DK EUR de 4'),
  },
  {
    name: 'eBay USA',
    channel: 'ebay',
    currency: known('USD'),
    numbers: {style: 'ebay', prefix: 27},
    handlingDays: 3,
    bulk: false,
    markets: markets('US USD en 34, MX USD en 4, BR USD en 4, AU USD en 5'),
  },
  {
    name: 'Etsy',
    channel: 'etsy',
    currency: known('EUR'),
    numbers: {style: 'etsy', first: 3_214_506_118},
    handlingDays: 3,
    bulk: false,
    markets: markets('US USD en 26, GB GBP en 13, FR EUR fr 12, DE EUR de 10, CA CAD en 11, FI EUR en 3, NO EUR en 3'),
  },
  {
    name: 'kranich-kiesel.example',
    channel: 'shopify',
    currency: known('EUR'),
    numbers: {style: 'shopify'},
    handlingDays: 2,
    bulk: true,
    markets: markets(
      'DE EUR de 32, FR EUR fr 15, BE EUR fr 6, IT EUR en 9, ES EUR en 8, NL EUR en 8, SE SEK sv 14, PL PLN pl 13, ' +
        'PT EUR en 4, GR EUR en 4, BG EUR en 3, CZ EUR en 3, DK EUR en 4, CH EUR de 6, FI EUR en 3',
    ),
  },
  {
    name: 'Kranich & Kiesel Pacific',
    channel: 'shopify',
    currency: known('USD'),
    numbers: {style: 'shopify'},
    handlingDays: 3,
    bulk: true,
    markets: markets(
      'KR KRW en 16, JP JPY ja 8, TW USD en 6, HK USD en 5, CN USD en 5, AU USD en 5, NZ USD en 3, CA CAD en 6, US USD en 6',
    ),
  },
];

function markets(joined: string): readonly Market[] {
  return joined.split(', ').map((item) => {
    const [country = '', currency = '', language = '', weight] = item.split(' ');
    return {
      country,
      currency: known(currency),
      language: must(
        languages.find((one) => one === language),
        'titles stand in every language of the plan',
      ),
      weight: Number(weight),
    };
  });
}

function known(code: string): CurrencyCode {
  return must(
    listCurrencies.find((list) => list.code === code),
    'the plan sells in currencies of the price list',
  ).code;
}
