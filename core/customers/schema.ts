import {type Id, id} from '../lib/id.ts';
import {sealed} from '../lib/sealed.ts';
import {type Shaped, object, optional, pattern, text} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';

/** Who has bought before, and where it went last: what a new order by hand begins with. */
export const contactShape = object({
  name: optional(text({max: 200})),
  handle: optional(text({max: 200})),
  email: optional(text({max: 254})),
  phone: optional(text({max: 40})),
  shipTo: optional(
    object({
      name: text({max: 200}),
      company: optional(text({max: 200})),
      street: text({max: 300}),
      extra: optional(text({max: 300})),
      postalCode: optional(text({max: 20})),
      city: text({max: 200}),
      region: optional(text({max: 100})),
      country: pattern(/^[A-Z]{2}$/),
    }),
  ),
});

export type Contact = Shaped<typeof contactShape>;

/** One row a buyer. The id is a keyed digest of what tells buyers apart: see `buyerName`. */
export const buyerFields = {
  id: id('buyer'),
  contact: sealed(contactShape),
  /** The only import that has told of the buyer; undone with that import. */
  importId: optional(id('import')),
};
export const buyers = defineTable('buyers', buyerFields, {many: true});
export type BuyerRow = RowOf<typeof buyers>;
export type BuyerId = Id<'buyer'>;
