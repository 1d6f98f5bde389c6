import type {Address} from '../storefronts/address.ts';
import type {Instant} from '../time/instant.ts';

/** What one label says. Words in a person's language come from outside, because core speaks none. */
export interface LabelContent {
  /** The document's title, as a viewer shows it: 'Label for order 1001'. */
  readonly title: string;
  /** When the label was made; it dates the file, so the same content always gives the same bytes. */
  readonly madeAt: Instant;
  readonly storefrontName: string;
  readonly sender?: Address;
  /** The small words above the destination: 'Ship to'. */
  readonly shipToCaption: string;
  readonly shipTo: Address;
  /** Drawn as Code 128, so printable ASCII. */
  readonly orderNumber: string;
  /** How many pieces lie in the parcel, in words: '3 pieces'. */
  readonly pieces: string;
  /** What lies in the parcel; the first that find room are printed, the others counted. */
  readonly contents: readonly {readonly sku: string; readonly quantity: number}[];
}
