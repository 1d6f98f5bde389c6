const header =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,' +
  'Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Name,Shipping Street,' +
  'Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Vendor';

export interface ShopifyOrder {
  readonly number: string;
  readonly street?: string;
  readonly total?: string;
  readonly fulfilled?: boolean;
}

/** Orders as Shopify's admin exports them, one line of tea each. */
export function shopifyText(orders: readonly ShopifyOrder[]): string {
  const rows = orders.map(({number, street = 'Teeweg 1', total = '12.50', fulfilled = false}) => {
    const made = '2026-03-02 10:00:00 +0000';
    const sent = fulfilled ? 'fulfilled,2026-03-03 10:00:00 +0000' : ',';
    const amounts = `EUR,10.00,2.50,2.00,${total}`;
    const place = `Anna Tee,${street},${street},Hamburg,'20095,DE`;
    return `${number},anna@example.org,paid,${made},${sent},${amounts},${made},1,Green tea,10.00,TEA-1,${place},Teapot`;
  });
  return [header, ...rows, ''].join('\n');
}

export function numbered(count: number, first = 1001): readonly ShopifyOrder[] {
  return Array.from({length: count}, (_, at) => ({number: `#${first + at}`}));
}
