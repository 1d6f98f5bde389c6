import type {Dice} from '../lib/dice.ts';
import type {Buyer} from '../orders/schema.ts';
import type {Address} from '../storefronts/address.ts';
import {type Place, filled} from './place.ts';
import {placeOf} from './places.ts';

const remembered = 240;
const returns = 0.27;
const withExtra = 0.16;
const withCompany = 0.05;
const withPhone = 0.6;
const withMail = 0.93;
const mailHosts = ['example.com', 'example.org', 'example.net'];

/** Gives buyers of a country: new ones, and often enough one who has bought before. Remembers the latest of each country. */
export function buyers(dice: Dice): (country: string) => Buyer {
  const known = new Map<string, Buyer[]>();

  return (country) => {
    let circle = known.get(country);
    if (!circle) {
      circle = [];
      known.set(country, circle);
    }
    if (circle.length > 0 && dice.chance(returns)) return dice.pick(circle);

    const buyer = newBuyer(placeOf(country), dice);
    if (circle.length < remembered) circle.push(buyer);
    else circle[dice.integer(0, remembered - 1)] = buyer;
    return buyer;
  };
}

type Draft<T> = {-readonly [Key in keyof T]: T[Key]};

function newBuyer(place: Place, dice: Dice): Buyer {
  const {given, family} = dice.pick(place.people);
  const givenName = dice.pick(given);
  const familyName = dice.pick(family);
  const buyer: Draft<Buyer> = {shipTo: address(place, dice, writtenName(place, givenName.written, familyName.written))};
  if (dice.chance(withMail)) {
    buyer.email = `${givenName.mail}.${familyName.mail}${dice.integer(1, 9999)}@${dice.pick(mailHosts)}`;
  }
  if (place.phones.length > 0 && dice.chance(withPhone)) buyer.phone = filled(dice.pick(place.phones), dice);
  return buyer;
}

function address(place: Place, dice: Dice, name: string): Address {
  const city = dice.pick(place.cities);
  const street = dice.pick(place.streets);
  const house = String(dice.integer(1, place.houseMax));
  const form = filled(place.streetForm, dice);
  const to: Draft<Address> = {
    name,
    street: form.replace('N', house).replace('$', () => street),
    city: city.name,
    country: place.country,
  };
  if (place.companies.length > 0 && dice.chance(withCompany)) to.company = dice.pick(place.companies);
  if (place.extras.length > 0 && dice.chance(withExtra)) to.extra = filled(dice.pick(place.extras), dice);
  if (city.postalForm !== undefined) to.postalCode = filled(city.postalForm, dice);
  if (city.region !== undefined) to.region = city.region;
  return to;
}

function writtenName({nameForm}: Place, given: string, family: string): string {
  if (nameForm === 'given family') return `${given} ${family}`;
  return nameForm === 'family given' ? `${family} ${given}` : `${family}${given}`;
}
