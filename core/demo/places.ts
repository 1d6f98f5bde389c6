import {must} from '../lib/assert.ts';
import type {Place} from './place.ts';
import {northEasternPlaces} from './places-north-east.ts';
import {overseasPlaces} from './places-overseas.ts';
import {westernPlaces} from './places-west.ts';

const placesByCountry: ReadonlyMap<string, Place> = new Map(
  [...westernPlaces, ...northEasternPlaces, ...overseasPlaces].map((place) => [place.country, place]),
);

/** The invented life of a country that a storefront delivers to. */
export function placeOf(country: string): Place {
  return must(placesByCountry.get(country), 'storefronts deliver where buyers were invented');
}
