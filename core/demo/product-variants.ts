/** What sets the products of one family apart. */
export interface Variant {
  readonly code: string;
  /** One text for every language, or `en | de | fr | ja | sv | pl`. */
  readonly names: string;
  readonly pricePercent: number;
}

export const weights: readonly Variant[] = [
  {code: '050', names: '50 g', pricePercent: 100},
  {code: '100', names: '100 g', pricePercent: 184},
  {code: '250', names: '250 g', pricePercent: 425},
];

export const tins: readonly Variant[] = [
  {code: '030', names: '30 g', pricePercent: 100},
  {code: '080', names: '80 g', pricePercent: 235},
  {code: '200', names: '200 g', pricePercent: 540},
];

export const glazes: readonly Variant[] = [
  {code: 'SND', names: 'sand | sandfarben | sable | 砂色 | sand | piaskowy', pricePercent: 100},
  {code: 'IND', names: 'indigo | indigo | indigo | 藍 | indigo | indygo', pricePercent: 100},
  {code: 'CEL', names: 'celadon | Seladon | céladon | 青磁 | celadon | seledyn', pricePercent: 118},
];

export const rulings: readonly Variant[] = [
  {code: 'LIN', names: 'lined | liniert | ligné | 横罫 | linjerad | w linie', pricePercent: 100},
  {code: 'DOT', names: 'dotted | gepunktet | pointillé | ドット方眼 | prickad | w kropki', pricePercent: 100},
  {code: 'BLK', names: 'plain | blanko | uni | 無地 | olinjerad | gładki', pricePercent: 96},
  {code: 'GRD', names: 'grid | kariert | quadrillé | 方眼 | rutad | w kratkę', pricePercent: 104},
];

export const motifs: readonly Variant[] = [
  {code: 'CRN', names: 'Crane | Kranich | Grue | 鶴 | Trana | Żuraw', pricePercent: 100},
  {code: 'PEB', names: 'Pebbles | Kiesel | Galets | 小石 | Kiselstenar | Kamyki', pricePercent: 100},
  {code: 'FRN', names: 'Fern | Farn | Fougère | しだ | Ormbunke | Paproć', pricePercent: 100},
  {code: 'SNW', names: 'Snow | Schnee | Neige | 雪 | Snö | Śnieg', pricePercent: 110},
];

export const inks: readonly Variant[] = [
  {code: 'BLK', names: 'black | schwarz | noir | 墨 | svart | czarny', pricePercent: 100},
  {
    code: 'BLU',
    names: 'midnight blue | mitternachtsblau | bleu nuit | 紺 | midnattsblå | granatowy',
    pricePercent: 100,
  },
  {code: 'GRN', names: 'moss green | moosgrün | vert mousse | 苔色 | mossgrön | zielony mech', pricePercent: 105},
  {code: 'RED', names: 'madder red | krapprot | rouge garance | 茜 | krapprött | marzanna', pricePercent: 112},
];

export const only: readonly Variant[] = [{code: 'STD', names: '', pricePercent: 100}];
