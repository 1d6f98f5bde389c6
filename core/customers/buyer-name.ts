import type {BuyerId, Contact} from './schema.ts';

/**
 * What tells a buyer from all others: the mail address, else the phone, else how the channel calls them, else name and
 * place; undefined where nothing does. Personal: only a keyed digest of it may stand in the clear (`Vault.digest`).
 */
export function buyerName(contact: Contact, storefrontId: string): string | undefined {
  const {email, phone, handle, shipTo} = contact;
  const mail = email?.trim().toLowerCase();
  if (mail) return JSON.stringify(['email', mail]);

  const digits = phone?.replaceAll(/\D/g, '') ?? '';
  if (digits.length >= digitsMin) return JSON.stringify(['phone', digits]);
  if (handle) return JSON.stringify(['handle', storefrontId, handle]);

  const name = (contact.name ?? shipTo?.name ?? '').trim().toLowerCase();
  if (name === '') return undefined;
  return JSON.stringify(['name', name, shipTo?.postalCode ?? '', shipTo?.city ?? '', shipTo?.country ?? '']);
}

const digitsMin = 6;
const idLetters = 12;

/** The id of a buyer from the digest of their `buyerName`. */
export function buyerIdOf(digest: string): BuyerId {
  return digest.slice(0, idLetters) as BuyerId;
}
