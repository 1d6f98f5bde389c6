import type {InventedLine, InventedOrder} from './invented-orders.ts';

/** One row of an export: an order, its line of this row, and whether the row is the order's first. */
export interface ExportRow {
  readonly order: InventedOrder;
  readonly line: InventedLine;
  readonly isFirst: boolean;
}

type Cell = (row: ExportRow) => string;

/** How one kind of export writes orders. */
export interface ExportTable {
  readonly format: string;
  /** What stands in a row of its own. */
  readonly rowsOf: 'order' | 'line' | 'piece';
  readonly columns: Readonly<Record<string, Cell>>;
  /** Columns without which orders, lines and amounts are the same. */
  readonly optional: readonly string[];
  /** What this kind of export writes around its table. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
}

const money = (minor: number): string => `${String(Math.floor(minor / 100))}.${String(minor % 100).padStart(2, '0')}`;
const grouped = (text: string): string => text.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
const dollars = (minor: number): string => `$${grouped(money(minor).slice(0, -3))}${money(minor).slice(-3)}`;
const german = (minor: number): string =>
  `${grouped(money(minor).slice(0, -3)).replaceAll(',', '.')},${money(minor).slice(-2)} €`;
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const germanMonths = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];

const fixed =
  (text: string): Cell =>
  () =>
    text;
const total: Cell = ({order}) => money(order.totalMinor);
const shipping: Cell = ({order}) => money(order.shippingMinor);
const goods: Cell = ({order}) => money(order.goodsMinor);
const price: Cell = ({line}) => money(line.priceMinor);
const lineTotal: Cell = ({line}) => money(line.priceMinor * line.quantity);
const quantity: Cell = ({line}) => String(line.quantity);
const sku: Cell = ({line}) => line.sku;
const title: Cell = ({line}) => line.title;
const name: Cell = ({order}) => order.name;
const handle: Cell = ({order}) => order.handle;
const street: Cell = ({order}) => order.street;
const city: Cell = ({order}) => order.city;
const postalCode: Cell = ({order}) => order.postalCode;
const country: Cell = ({order}) => order.country;
const isoTime: Cell = ({order}) => `2026-${order.month}-${order.day}T${order.time}+00:00`;
const plainTime: Cell = ({order}) => `2026-${order.month}-${order.day} ${order.time}`;
const american: Cell = ({order}) => `${order.month}/${order.day}/26`;
const monthWord = ({order}: ExportRow, months: readonly string[]): string => months[Number(order.month) - 1] ?? '';
const numbered =
  (start: string): Cell =>
  ({order}) =>
    `${start}${String(order.nth).padStart(5, '0')}`;
const first =
  (cell: Cell): Cell =>
  (row) =>
    row.isFirst ? cell(row) : '';

const shopifyColumns = {
  Email: first(({order}) => `${order.handle}@mail.example`),
  'Financial Status': first(fixed('paid')),
  Currency: first(fixed('EUR')),
  Subtotal: first(goods),
  Shipping: first(shipping),
  Total: first(total),
  'Created at': first(({order}) => `2026-${order.month}-${order.day} ${order.time} +0000`),
  'Lineitem quantity': quantity,
  'Lineitem name': title,
  'Lineitem price': price,
  'Lineitem sku': sku,
  'Shipping Name': first(name),
  'Shipping Street': first(street),
  'Shipping City': first(city),
  'Shipping Zip': first(({order}) => `'${order.postalCode}`),
  Notes: first(fixed('ring twice\nsecond floor')),
};

const amazonColumns = {
  'purchase-date': isoTime,
  currency: fixed('EUR'),
  'item-price': lineTotal,
  'shipping-price': first(shipping),
  'ship-city': city,
  'ship-postal-code': postalCode,
  'ship-country': fixed('DE'),
  sku: sku,
  'product-name': title,
  'sales-channel': fixed('Amazon.de'),
};

const packed: Cell = ({order}) =>
  order.lines
    .map((line) =>
      [
        `name:${line.title}`,
        `sku:${line.sku}`,
        `quantity:${String(line.quantity)}`,
        `total:${money(line.priceMinor * line.quantity)}`,
      ].join('|'),
    )
    .join(';');

/** One for each known format, in its own words and ways of writing. */
export const exportTables: readonly ExportTable[] = [
  {
    format: 'shopify',
    rowsOf: 'line',
    columns: {Name: numbered('#'), ...shopifyColumns},
    optional: [
      'Email',
      'Subtotal',
      'Shipping',
      'Shipping Name',
      'Shipping Street',
      'Shipping City',
      'Shipping Zip',
      'Notes',
    ],
  },
  {
    format: 'squarespace',
    rowsOf: 'line',
    columns: {
      'Order ID': numbered(''),
      ...shopifyColumns,
      'Lineitem variant': fixed('200 g'),
      'Amount Refunded': first(fixed('0.00')),
    },
    optional: ['Email', 'Shipping Street', 'Shipping City', 'Notes'],
  },
  {
    format: 'amazon-all',
    rowsOf: 'line',
    columns: {
      'amazon-order-id': numbered('302-1234567-00'),
      'merchant-order-id': numbered('M-'),
      ...amazonColumns,
      'last-updated-date': isoTime,
      'order-status': fixed('Shipped'),
      'fulfillment-channel': fixed('Merchant'),
      quantity: quantity,
      'item-status': fixed('Shipped'),
      asin: fixed('B0TEST0001'),
    },
    optional: ['merchant-order-id', 'ship-city', 'ship-postal-code', 'ship-country', 'fulfillment-channel', 'asin'],
  },
  {
    format: 'amazon-new',
    rowsOf: 'line',
    columns: {
      'order-id': numbered('302-1234567-00'),
      'order-item-id': sku,
      ...amazonColumns,
      'payments-date': isoTime,
      'buyer-name': name,
      'quantity-purchased': quantity,
      'recipient-name': name,
      'ship-address-1': street,
      'ship-service-level': fixed('Standard'),
    },
    optional: [
      'order-item-id',
      'payments-date',
      'buyer-name',
      'recipient-name',
      'ship-address-1',
      'ship-city',
      'ship-postal-code',
      'ship-service-level',
    ],
  },
  {
    format: 'amazon-unshipped',
    rowsOf: 'line',
    columns: {
      'order-id': numbered('302-1234567-00'),
      'order-item-id': sku,
      'purchase-date': isoTime,
      'reporting-date': isoTime,
      'promise-date': isoTime,
      'days-past-promise': fixed('-2'),
      'buyer-name': name,
      sku: sku,
      'product-name': title,
      'quantity-purchased': quantity,
      'quantity-shipped': fixed('0'),
      'quantity-to-ship': quantity,
      'recipient-name': name,
      'ship-address-1': street,
      'ship-city': city,
      'ship-postal-code': postalCode,
      'ship-country': fixed('DE'),
    },
    optional: [
      'order-item-id',
      'reporting-date',
      'days-past-promise',
      'buyer-name',
      'quantity-shipped',
      'recipient-name',
      'ship-address-1',
      'ship-city',
    ],
  },
  {
    format: 'online-retail',
    rowsOf: 'line',
    columns: {
      InvoiceNo: numbered('5'),
      StockCode: sku,
      Description: title,
      Quantity: quantity,
      InvoiceDate: plainTime,
      UnitPrice: price,
      CustomerID: ({order}) => `17${String(order.nth)}.0`,
      Country: country,
    },
    optional: ['Description', 'CustomerID', 'Country'],
  },
  {
    format: 'ebay',
    rowsOf: 'line',
    columns: {
      'Sales Record Number': ({order}) => String(100 + order.nth),
      'Order Number': numbered('04-11111-'),
      'Buyer Username': handle,
      'Ship To Name': name,
      'Ship To Address 1': street,
      'Ship To City': city,
      'Ship To Zip': postalCode,
      'Ship To Country': country,
      'Item Title': title,
      'Custom Label': sku,
      Quantity: quantity,
      'Sold For': ({line}) => dollars(line.priceMinor),
      'Shipping And Handling': ({order}) => dollars(order.shippingMinor),
      'eBay Collected Tax': fixed('$0.00'),
      'Total Price': ({order}) => dollars(order.totalMinor),
      'Sale Date': (row) => `${monthWord(row, englishMonths)}-${row.order.day}-26`,
      'Paid On Date': (row) => `${monthWord(row, englishMonths)}-${row.order.day}-26`,
    },
    optional: [
      'Sales Record Number',
      'Ship To Name',
      'Ship To Address 1',
      'Ship To City',
      'Ship To Zip',
      'Ship To Country',
      'eBay Collected Tax',
    ],
    below: ['8,record(s) downloaded,from Oct-01-26 to Oct-13-26', 'Seller ID : cups'],
  },
  {
    format: 'ebay-de',
    rowsOf: 'line',
    columns: {
      Verkaufsprotokollnummer: ({order}) => String(100 + order.nth),
      Bestellnummer: numbered('23-10000-'),
      'Nutzername des Käufers': handle,
      'Name des Empfängers': name,
      'Adresse 1 des Empfängers': street,
      'Versand nach - Ort': city,
      'Versand nach - PLZ': postalCode,
      Angebotstitel: title,
      Bestandseinheit: sku,
      Anzahl: quantity,
      'Verkauft für': ({line}) => german(line.priceMinor),
      'Verpackung und Versand': ({order}) => german(order.shippingMinor),
      Gesamtbetrag: ({order}) => german(order.totalMinor),
      'Verkauft am': (row) => `${row.order.day}-${monthWord(row, germanMonths)}-26`,
      Zahlungsdatum: (row) => `${row.order.day}-${monthWord(row, germanMonths)}-26`,
    },
    optional: [
      'Verkaufsprotokollnummer',
      'Name des Empfängers',
      'Adresse 1 des Empfängers',
      'Versand nach - Ort',
      'Versand nach - PLZ',
    ],
    below: ['Verkäufername: tassen'],
  },
  {
    format: 'etsy-items',
    rowsOf: 'line',
    columns: {
      'Sale Date': american,
      'Item Name': title,
      Buyer: handle,
      Quantity: quantity,
      Price: price,
      'Order Shipping': first(shipping),
      'Order Sales Tax': fixed('0.00'),
      'Item Total': lineTotal,
      Currency: fixed('EUR'),
      'Transaction ID': sku,
      'Listing ID': sku,
      'Date Paid': american,
      'Ship Name': name,
      'Ship Address1': street,
      'Ship City': city,
      'Ship Zipcode': postalCode,
      'Order ID': numbered('#'),
      Variations: fixed('Style: Matte'),
      SKU: sku,
    },
    optional: [
      'Buyer',
      'Order Sales Tax',
      'Transaction ID',
      'Listing ID',
      'Ship Name',
      'Ship Address1',
      'Ship City',
      'Ship Zipcode',
    ],
  },
  {
    format: 'etsy-orders',
    rowsOf: 'order',
    columns: {
      'Sale Date': american,
      'Order ID': numbered(''),
      'Buyer User ID': handle,
      'Full Name': name,
      'Number of Items': ({order}) => String(order.lines.length),
      'Street 1': street,
      'Ship City': city,
      'Ship Zipcode': postalCode,
      Currency: fixed('EUR'),
      'Order Value': ({order}) => dollars(order.goodsMinor).slice(1),
      Shipping: shipping,
      'Sales Tax': fixed('0.00'),
      'Order Total': ({order}) => dollars(order.totalMinor).slice(1),
      Status: fixed('Paid'),
      'Card Processing Fees': fixed('1.20'),
      'Date Paid': american,
    },
    optional: [
      'Buyer User ID',
      'Full Name',
      'Number of Items',
      'Street 1',
      'Ship City',
      'Order Value',
      'Shipping',
      'Sales Tax',
      'Card Processing Fees',
    ],
  },
  {
    format: 'taobao-lines',
    rowsOf: 'line',
    columns: {
      订单编号: ({order}) => `="19300000000${String(10 + order.nth)}"`,
      标题: title,
      价格: price,
      购买数量: quantity,
      外部系统编号: sku,
      商品属性: fixed('颜色：蓝'),
      套餐信息: fixed(''),
      备注: fixed(''),
      订单状态: fixed('交易成功'),
      订单创建时间: plainTime,
    },
    optional: ['套餐信息', '备注'],
  },
  {
    format: 'taobao-orders',
    rowsOf: 'order',
    columns: {
      订单编号: ({order}) => `="19300000000${String(10 + order.nth)}"`,
      买家会员名: handle,
      买家应付货款: goods,
      买家应付邮费: shipping,
      总金额: total,
      订单状态: fixed('交易成功'),
      收货人姓名: name,
      '收货地址 ': ({order}) => `浙江省 杭州市 余杭区 ${order.street}(310000)`,
      订单创建时间: plainTime,
      '宝贝标题 ': title,
      '宝贝种类 ': fixed('2'),
      宝贝总数量: fixed('3'),
    },
    optional: ['买家会员名', '买家应付货款', '买家应付邮费', '收货人姓名', '收货地址 '],
  },
  {
    format: 'tiktok',
    rowsOf: 'line',
    columns: {
      'Order ID': ({order}) => `5790000000000000${String(10 + order.nth)}\t`,
      'Order Status': fixed('To ship'),
      'Order Substatus': fixed('Awaiting shipment'),
      'Cancelation/Return Type': fixed(''),
      'Normal or Pre-order': fixed('Normal'),
      'SKU ID': sku,
      'Seller SKU': sku,
      'Product Name': title,
      Quantity: quantity,
      'SKU Unit Original Price': ({line}) => `GBP ${money(line.priceMinor)}`,
      'SKU Subtotal After Discount': ({line}) => `GBP ${money(line.priceMinor * line.quantity)}`,
      'Order Amount': ({order}) => `GBP ${money(order.totalMinor)}`,
      'Created Time': ({order}) => `${order.day}/${order.month}/2026 ${order.time}\t`,
      Recipient: name,
      Country: fixed('United Kingdom'),
      Zipcode: postalCode,
    },
    optional: ['Order Substatus', 'Cancelation/Return Type', 'Normal or Pre-order', 'SKU ID', 'Recipient', 'Zipcode'],
  },
  {
    format: 'woocommerce-analytics',
    rowsOf: 'order',
    columns: {
      Date: plainTime,
      'Order #': ({order}) => String(500 + order.nth),
      'N. Revenue (formatted)': ({order}) => `€${money(order.goodsMinor)}`,
      Status: fixed('completed'),
      Customer: name,
      'Customer type': fixed('new'),
      'Product(s)': ({order}) => order.lines.map((line) => `${String(line.quantity)}× ${line.sku}`).join(', '),
      'Items sold': ({order}) => String(order.lines.length),
      'Coupon(s)': fixed(''),
      'N. Revenue': goods,
    },
    optional: ['N. Revenue (formatted)', 'Customer', 'Customer type', 'Items sold', 'Coupon(s)'],
  },
  {
    format: 'woocommerce-lines',
    rowsOf: 'line',
    columns: {
      'Order Number': ({order}) => String(500 + order.nth),
      'Order Status': fixed('Completed'),
      'Order Date': plainTime,
      'First Name (Billing)': name,
      'Postcode (Shipping)': postalCode,
      'City (Shipping)': city,
      'Order Shipping Amount': shipping,
      'Order Total Amount': total,
      SKU: sku,
      'Item #': fixed('1'),
      'Item Name': title,
      'Quantity (- Refund)': quantity,
      'Item Cost': price,
      'Order Currency': fixed('EUR'),
    },
    optional: ['First Name (Billing)', 'Postcode (Shipping)', 'City (Shipping)', 'Order Shipping Amount', 'Item #'],
  },
  {
    format: 'woocommerce-orders',
    rowsOf: 'order',
    columns: {
      order_id: ({order}) => String(900 + order.nth),
      order_number: ({order}) => String(500 + order.nth),
      date: plainTime,
      status: fixed('processing'),
      shipping_total: shipping,
      shipping_tax_total: fixed('0.00'),
      tax_total: fixed('0.00'),
      cart_discount: fixed('0.00'),
      order_total: total,
      order_currency: fixed('EUR'),
      billing_first_name: name,
      billing_postcode: postalCode,
      shipping_first_name: name,
      shipping_address_1: street,
      shipping_postcode: postalCode,
      line_items: packed,
    },
    optional: [
      'order_id',
      'shipping_tax_total',
      'tax_total',
      'billing_first_name',
      'billing_postcode',
      'shipping_address_1',
    ],
  },
  {
    format: 'shopee',
    rowsOf: 'line',
    columns: {
      'Order ID': numbered('2610A'),
      'Order Status': fixed('Completed'),
      'Tracking Number*': fixed('SPX1'),
      'Order Creation Date': ({order}) => `2026-${order.month}-${order.day} ${order.time.slice(0, 5)}`,
      'Product Name': title,
      'SKU Reference No.': sku,
      'Deal Price': price,
      Quantity: quantity,
      'Product Subtotal': lineTotal,
      'Buyer Paid Shipping Fee': shipping,
      'Grand Total': total,
      'Username (Buyer)': handle,
      'Receiver Name': name,
      Country: fixed('SG'),
    },
    optional: ['Tracking Number*', 'Username (Buyer)', 'Receiver Name'],
  },
  {
    format: 'lazada',
    rowsOf: 'piece',
    columns: {
      orderItemId: sku,
      orderType: fixed('Normal'),
      lazadaId: fixed('9'),
      sellerSku: sku,
      lazadaSku: sku,
      createTime: ({order}) =>
        `${order.day} ${englishMonths[Number(order.month) - 1] ?? ''} 2026 ${order.time.slice(0, 5)}`,
      orderNumber: numbered('33'),
      customerName: name,
      shippingCity: city,
      shippingCountry: fixed('Malaysia'),
      paidPrice: price,
      unitPrice: price,
      shippingFee: first(shipping),
      itemName: title,
      status: fixed('ready_to_ship'),
    },
    optional: ['orderItemId', 'orderType', 'lazadaId', 'lazadaSku', 'customerName', 'shippingCity'],
  },
];

/** The table of some orders: header first. */
export function tableOf(
  {columns, rowsOf}: ExportTable,
  orders: readonly InventedOrder[],
): readonly (readonly string[])[] {
  const rows = orders.flatMap((order) => {
    const lines = rowsOf === 'order' ? order.lines.slice(0, 1) : order.lines;
    const each = lines.flatMap((line) => Array.from({length: rowsOf === 'piece' ? line.quantity : 1}, () => line));
    return each.map((line, at) => ({order, line, isFirst: at === 0}));
  });
  return [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((cell) => cell(row)))];
}
