import {dice} from '#core/lib/dice.ts';

/** A file as a test puts it into the system's dialog. */
export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

interface Sale {
  readonly number: string;
  readonly buyer: string;
  readonly street?: string;
  readonly city?: string;
  readonly sku: string;
  readonly quantity?: number;
  /** In the file's own notation. */
  readonly price: string;
  readonly total: string;
}

export function csv(name: string, rows: readonly (readonly (string | number)[])[], separator = ','): MadeFile {
  const cell = (value: string | number): string =>
    /[",;\t\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  const text = rows.map((row) => row.map(cell).join(separator)).join('\r\n');
  return {name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\r\n`, 'utf8')};
}

export function shopifyFile(name: string, sales: readonly Sale[]): MadeFile {
  const header = [
    'Name',
    'Email',
    'Financial Status',
    'Fulfillment Status',
    'Created at',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Shipping Name',
    'Shipping Street',
    'Shipping City',
    'Shipping Zip',
    'Shipping Country',
  ];
  const rows = sales.map(({number, buyer, street = 'Kai 1', city = 'Kiel', sku, quantity = 1, price, total}) => {
    const facts = ['paid', 'unfulfilled', '2026-11-20 10:00:00 +0100', 'EUR', total, '0.00', '0.00', total];
    return [number, '', ...facts, quantity, `Tea ${sku}`, price, sku, buyer, street, city, "'24103", 'DE'];
  });
  return csv(name, [header, ...rows]);
}

export function amazonFile(name: string, sales: readonly Sale[]): MadeFile {
  const header =
    'amazon-order-id merchant-order-id purchase-date order-status fulfillment-channel sales-channel order-channel product-name sku asin item-status quantity currency item-price item-tax shipping-price shipping-tax item-promotion-discount ship-promotion-discount ship-city ship-country'.split(
      ' ',
    );
  const rows = sales.map(({number, city = 'Berlin', sku, quantity = 1, total}) => {
    const order = [number, '', '2026-11-20T09:15:00Z', 'unshipped', 'MFN', 'Amazon.de', 'Amazon.de', `Cup ${sku}`, sku];
    return [
      ...order,
      'B0TEST',
      'unshipped',
      quantity,
      'EUR',
      total,
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      city,
      'DE',
    ];
  });
  return csv(name, [header, ...rows], '\t');
}

/** With everything that eBay writes around a table: a line of commas above and below the header, counts at the end. */
export function ebayFile(name: string, sales: readonly Sale[]): MadeFile {
  const header = [
    'Sales Record Number',
    'Order Number',
    'Buyer Username',
    'Buyer Name',
    'Ship To Name',
    'Ship To Address 1',
    'Ship To City',
    'Ship To Zip',
    'Ship To Country',
    'Item Number',
    'Item Title',
    'Custom Label',
    'Quantity',
    'Sold For',
    'Shipping And Handling',
    'Total Price',
    'Sale Date',
    'Paid On Date',
  ];
  const blank = header.map(() => '');
  const rows = sales.map(
    ({number, buyer, street = '1 Main St', city = 'Austin', sku, quantity = 1, price, total}, at) => {
      const to = [buyer.toLowerCase(), buyer, buyer, street, city, '78701', 'United States'];
      return [
        501 + at,
        number,
        ...to,
        '1100',
        `Fox ${sku}`,
        sku,
        quantity,
        `$${price}`,
        '$0.00',
        `$${total}`,
        'Nov-20-26',
        'Nov-20-26',
      ];
    },
  );
  return csv(name, [
    blank,
    header,
    blank,
    ...rows,
    blank,
    [`${rows.length}`, 'record(s) downloaded'],
    ['Seller ID : kai'],
  ]);
}

export function etsyOrdersFile(name: string, sales: readonly Sale[]): MadeFile {
  const header = [
    'Sale Date',
    'Order ID',
    'Buyer User ID',
    'Full Name',
    'Number of Items',
    'Payment Method',
    'Date Shipped',
    'Street 1',
    'Ship City',
    'Ship State',
    'Ship Zipcode',
    'Ship Country',
    'Currency',
    'Order Value',
    'Discount Amount',
    'Shipping Discount',
    'Shipping',
    'Sales Tax',
    'Order Total',
    'Status',
    'Card Processing Fees',
    'Order Net',
    'Adjusted Order Total',
    'SKU',
    'Order Type',
  ];
  const rows = sales.map(({number, buyer, street = '2 Oak Ave', city = 'Denver', sku, total}) => {
    const to = [street, city, 'CO', '80202', 'United States', 'USD'];
    return [
      '11/20/26',
      number,
      buyer,
      buyer,
      1,
      'paypal',
      '',
      ...to,
      total,
      '',
      '',
      '0.00',
      '0.00',
      total,
      'Paid',
      '0.50',
      total,
      total,
      sku,
      'online',
    ];
  });
  return csv(name, [header, ...rows]);
}

export function etsyItemsFile(name: string, sales: readonly Sale[]): MadeFile {
  const header = [
    'Sale Date',
    'Item Name',
    'Buyer',
    'Quantity',
    'Price',
    'Coupon Code',
    'Discount Amount',
    'Order Shipping',
    'Order Sales Tax',
    'Item Total',
    'Currency',
    'Transaction ID',
    'Listing ID',
    'Date Paid',
    'Ship Name',
    'Ship City',
    'Ship Country',
    'Order ID',
    'Variations',
    'Listings Type',
    'SKU',
  ];
  const rows = sales.map(({number, buyer, city = 'Denver', sku, quantity = 1, price, total}, at) => {
    const item = ['11/20/26', `Bear ${sku}`, buyer, quantity, price, '', '', '0.00', '0.00', total, 'USD'];
    return [...item, 4001 + at, 9001, '11/20/26', buyer, city, 'United States', number, '', 'listing', sku];
  });
  return csv(name, [header, ...rows]);
}

/** A wholesaler's own sheet: semicolons, commas before decimals, words that nobody knows. */
export function wholesalerFile(name: string, sales: readonly Sale[]): MadeFile {
  const rows = sales.map(({number, buyer, sku, quantity = 1, total}) => [
    number,
    buyer,
    sku,
    quantity,
    total.replace('.', ','),
    '20.11.2026',
  ]);
  return csv(name, [['Vorgang', 'Wer', 'Ware', 'Wieviel', 'Zu zahlen', 'Wann'], ...rows], ';');
}

export const retailRows = 105_335;

/**
 * The twin of a wholesaler's ledger of three months: as many rows as the real one, one a line, some of them identical, some
 * invoices cancelled. Made from a seed, so what its orders come to is known to the last penny.
 */
export function retailFile(name: string): {
  readonly file: MadeFile;
  readonly orders: number;
  readonly totalMinor: number;
} {
  const luck = dice('retail twin');
  const rows: string[] = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'];
  let orders = 0;
  let totalMinor = 0;
  while (rows.length <= retailRows) {
    const cancels = luck.chance(0.1);
    const number = `${cancels ? 'C' : ''}${536_365 + orders}`;
    const when = `12/${1 + (orders % 28)}/2010 ${8 + (orders % 9)}:${10 + (orders % 50)}`;
    const lines = Math.min(luck.integer(1, 42), retailRows + 1 - rows.length);
    const customer = luck.integer(12_346, 18_287);
    orders += 1;
    for (let line = 0; line < lines; line += 1) {
      const pieces = luck.integer(1, 24) * (cancels ? -1 : 1);
      const pence = luck.integer(19, 1_995);
      const row = `${number},${luck.integer(20_000, 23_900)},"TEA LIGHT, NO ${line}",${pieces},${when},${(pence / 100).toFixed(2)},${customer},United Kingdom`;
      const twice = luck.chance(0.01) && line + 1 < lines;
      for (const each of twice ? [row, row] : [row]) {
        rows.push(each);
        totalMinor += pieces * pence;
      }
      if (twice) line += 1;
    }
  }
  return {file: {name, mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`)}, orders, totalMinor};
}
