import {type ProductFacts, productFactsShape} from '#core/catalog/schema.ts';
import {check} from '#core/lib/shape.ts';

/** What is written in the form of a product, as it is written. */
export type ProductText = Readonly<Record<keyof ProductFacts, string>>;

export function textOf({bin = '', weightGrams, hsCode = '', origin = '', customsName = ''}: ProductFacts): ProductText {
  return {bin, weightGrams: weightGrams === undefined ? '' : String(weightGrams), hsCode, origin, customsName};
}

export interface ReadProduct {
  readonly facts: ProductFacts;
  /** Fields that say nothing a product can have. */
  readonly wrong: readonly (keyof ProductText)[];
}

/** The facts that are written; a field left blank is not known. HS codes are written with dots and blanks too. */
export function readProduct(text: ProductText): ReadProduct {
  const written = {
    bin: text.bin.trim(),
    weightGrams: text.weightGrams.trim() === '' ? '' : Number(text.weightGrams.trim().replace(/\s*g$/, '')),
    hsCode: text.hsCode.replaceAll(/[\s.]/g, ''),
    origin: text.origin.trim().toUpperCase(),
    customsName: text.customsName.trim(),
  };
  const told = Object.entries(written).filter(([, value]) => value !== '');
  const names = told.map(([name]) => name as keyof ProductText);
  const wrong = names.filter((name) => !check(productFactsShape, {[name]: written[name]}).ok);
  return {facts: Object.fromEntries(told) as ProductFacts, wrong};
}
