import {type Shaped, object, optional, pattern, text} from '../lib/shape.ts';

/** ISO 3166-1 alpha-2, as printed on parcels. */
export const countryCode = pattern(/^[A-Z]{2}$/);

/** Where something is sent from or to. Which fields a country uses and in what order is the label's business. */
export const addressShape = object({
  name: text({min: 1, max: 200}),
  company: optional(text({max: 200})),
  street: text({min: 1, max: 300}),
  extra: optional(text({max: 300})),
  postalCode: optional(text({max: 20})),
  city: text({min: 1, max: 200}),
  region: optional(text({max: 100})),
  country: countryCode,
});

/** Where an order goes, as far as a file tells: a blank field is not known. */
export const deliveryShape = object({
  name: text({max: 200}),
  company: optional(text({max: 200})),
  street: text({max: 300}),
  extra: optional(text({max: 300})),
  postalCode: optional(text({max: 20})),
  city: text({max: 200}),
  region: optional(text({max: 100})),
  country: countryCode,
});

/** The country of a delivery that nobody has told: a code that ISO 3166-1 keeps free for such use. */
export const unknownCountry = 'ZZ';

export type Address = Shaped<typeof addressShape>;
