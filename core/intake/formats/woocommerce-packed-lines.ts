import type {LineText} from '../format.ts';

const keys =
  'id|name|product_id|variation_id|sku|quantity|qty|subtotal|sub_total|subtotal_tax|sub_total_tax|total|total_tax|tax|tax_data|tax_class|refunded|refunded_qty|price|meta';
// A name may contain any of the signs that part fields and items: only one before a key parts.
const betweenItems = new RegExp(String.raw`[;\n]\s*(?=(?:${keys}):)`, 'iu');
const betweenFields = new RegExp(String.raw`\|\s*(?=(?:${keys}):)`, 'iu');
const field = new RegExp(String.raw`^\s*(${keys}):(.*)$`, 'isu');

/**
 * The items that WooCommerce's export programs pack into a cell: `name:Tee|sku:T-1|quantity:2|total:20.00|...`, items parted by
 * semicolons (Customer/Order CSV Export) or one in each column `line_item_1` ... (WebToffee), here parted by line breaks.
 * `total` is for the whole line after its discounts and without tax, `subtotal` before them. Undefined when the text is something else.
 */
export function packedLines(text: string): readonly LineText[] | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return [];

  const lines: LineText[] = [];
  for (const item of trimmed.split(betweenItems)) {
    if (item.trim() === '') continue;
    const line = lineOf(new Map(item.split(betweenFields).flatMap((part) => pairOf(part))));
    if (!line) return undefined;
    lines.push(line);
  }
  return lines;
}

function pairOf(part: string): [string, string][] {
  const [, key, value = ''] = field.exec(part) ?? [];
  if (key === undefined) return [];
  // Behind anything but a name the next sign parts, whatever key other programs put there.
  const own = key.toLowerCase() === 'name' ? value : (value.split('|')[0] ?? '');
  return [[key.toLowerCase(), own.trim().replace(/;$/, '')]];
}

function lineOf(said: ReadonlyMap<string, string>): LineText | undefined {
  const title = said.get('name') ?? '';
  const sku = said.get('sku') ?? '';
  const product = said.get('product_id') ?? '';
  if (title === '' && sku === '' && product === '') return undefined;

  const lineTotal = said.get('subtotal') || said.get('sub_total') || said.get('total');
  return {
    sku,
    title: title === '' && sku === '' ? product : title,
    quantity: said.get('quantity') ?? said.get('qty') ?? '',
    ...(said.get('price') ? {unitPrice: said.get('price') ?? ''} : {}),
    ...(lineTotal ? {lineTotal} : {}),
  };
}
