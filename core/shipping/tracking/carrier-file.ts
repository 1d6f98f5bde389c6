import {type Shaped, flag, list, object, oneOf, optional, pattern, text} from '../../lib/shape.ts';
import {checkRules} from './check-rules.ts';

const partName = pattern(/^[a-z][a-zA-Z]{0,19}$/);

/**
 * One kind of number of a carrier. `forms` are tried in turn: see `form.ts`. `not` are forms that are another scheme's even
 * where they fit here. A scheme without a published check digit has the rule `none`, and its matches are weaker for it.
 */
const schemeShape = object({
  id: pattern(/^[a-z0-9_]{2,40}$/),
  service: text({min: 1, max: 80}),
  forms: list(text({min: 2, max: 200}), {max: 20}),
  not: optional(list(text({min: 2, max: 200}), {max: 10})),
  check: object({
    rule: oneOf(checkRules),
    /** What the digit is made of: parts by name, and characters that stand in no number or at its start: `91 service serial`. */
    over: optional(text({min: 1, max: 200})),
  }),
  /** What the part `service` says: its characters (`?` for any), a blank, words. */
  services: optional(list(text({min: 3, max: 160}), {max: 100})),
  /** How the part `country` is written; where it is `required`, another text than a country's makes no number. */
  country: optional(object({written: oneOf(['letters', 'digits']), required: flag()})),
  /** Where the carrier gives sellers ranges: the part that counts up, and those that the contract tells once for all. */
  range: optional(object({counts: partName, contract: list(partName, {max: 5})})),
});
export type SchemeFile = Shaped<typeof schemeShape>;

const name = text({min: 1, max: 50});

/** How channels call the carrier in their files, where they have a name of their own for it. */
const calledBy = object({
  amazon: optional(name),
  ebay: optional(name),
  etsy: optional(name),
  shopify: optional(name),
  tiktok: optional(name),
  woocommerce: optional(name),
});

/** A file of `assets/carriers`. `sources` say where what it states is published. */
export const carrierShape = object({
  courier: pattern(/^[a-z0-9_]{2,40}$/),
  name: text({min: 1, max: 80}),
  sources: list(text({min: 4, max: 300}), {max: 20}),
  calledBy: optional(calledBy),
  schemes: list(schemeShape, {max: 40}),
});
export type CarrierFile = Shaped<typeof carrierShape>;
