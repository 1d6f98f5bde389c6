/**
 * Every expected failure. What a caller should do with it: `reject` what was asked (the same again fails the same way),
 * `retry` later (the world may have changed by itself), or `ask` a person. The words stand in `assets/locales`,
 * feature by feature under `fault.<code after the dot>`.
 */
export const faults = {
  'core.bad_shape': 'reject',
  'money.mixed_currencies': 'reject',
  'money.unknown_currency': 'reject',
  'money.too_large': 'reject',
  'money.not_an_amount': 'reject',
  'time.not_a_date': 'reject',
  'time.not_an_instant': 'reject',
  'time.unknown_zone': 'reject',
  'rates.missing': 'ask',
  'orders.not_found': 'reject',
  'orders.step_not_allowed': 'reject',
  'storefronts.not_found': 'reject',
  'storefronts.name_taken': 'reject',
  'storefronts.already_there': 'reject',
  'businesses.not_found': 'reject',
  'businesses.already_there': 'reject',
  'shipping.glyph_missing': 'ask',
  'shipping.text_too_long': 'ask',
  'shipping.address_missing': 'ask',
  'shipping.country_unknown': 'ask',
  'shipping.number_not_encodable': 'ask',
  'store.closed': 'retry',
  'store.full': 'ask',
  'store.newer': 'ask',
  'store.unreadable': 'ask',
  'desktop.not_our_page': 'reject',
  'desktop.unknown_channel': 'reject',
  'desktop.file_too_large': 'reject',
  'desktop.file_not_saved': 'ask',
} as const satisfies Readonly<Record<string, 'reject' | 'retry' | 'ask'>>;

export type FaultCode = keyof typeof faults;

/** An expected failure: a code and the strings and numbers its message needs. No sentence, no personal data, no secret. */
export interface Fault {
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string | number>>;
}
