const folded = new Map<string, string>();
const foldedMax = 5_000;

/** The name of a column as it is compared: `\uFEFFLineitem SKU `, `lineitem_sku` and `Lineitem-Sku` are one. Blank when it has no letter. */
export function foldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;

  const plain = name
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
  if (folded.size >= foldedMax) folded.clear();
  folded.set(name, plain);
  return plain;
}
