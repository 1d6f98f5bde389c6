import {check} from '#core/lib/shape.ts';
import {type Address, addressShape} from '#core/storefronts/address.ts';
import type {Business} from '#core/storefronts/schema.ts';

const optionalParts = ['company', 'extra', 'postalCode', 'region'] as const;

/** What is written in the form of who sends, as it is written; tax numbers one a line. */
export type SenderText = Readonly<Record<keyof Address | 'taxNumbers' | 'customsReference', string>>;

export function senderText(business: Business, sender: Address | undefined): SenderText {
  const {
    name = '',
    company = '',
    street = '',
    extra = '',
    postalCode = '',
    city = '',
    region = '',
    country = '',
  } = sender ?? {};
  return {
    name,
    company,
    street,
    extra,
    postalCode,
    city,
    region,
    country,
    taxNumbers: (business.taxNumbers ?? []).join('\n'),
    customsReference: business.customsReference ?? '',
  };
}

export interface ReadSender {
  readonly address: Address | undefined;
  readonly numbers: Pick<Business, 'taxNumbers' | 'customsReference'>;
  /** Parts without which nothing can be sent. */
  readonly missing: readonly (keyof SenderText)[];
}

const numbersMax = 6;

export function readSender({taxNumbers, customsReference, ...written}: SenderText): ReadSender {
  const parts = Object.fromEntries(Object.entries(written).map(([part, text]) => [part, text.trim()]));
  for (const part of optionalParts) if (parts[part] === '') delete parts[part];
  const checked = check(addressShape, parts);
  const missing = (['name', 'street', 'city', 'country'] as const).filter((part) => parts[part] === '');
  const lines = taxNumbers
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, numbersMax);
  const reference = customsReference.trim();
  return {
    address: checked.ok ? checked.value : undefined,
    numbers: {
      ...(lines.length > 0 && {taxNumbers: lines}),
      ...(reference !== '' && {customsReference: reference}),
    },
    missing,
  };
}
