/** How amounts and times of one country are written by the marketplaces that sell there. */
export interface Market {
  readonly currency: string;
  /** Left out where a market has several clocks: the seller's own is the best guess then. */
  readonly zone?: string;
  /** Whether numbers are grouped with points; else with commas. */
  readonly points?: true;
}

/** By ISO 3166-1 alpha-2: where TikTok Shop, Shopee and Lazada have sites. */
export const markets: Readonly<Record<string, Market>> = {
  TH: {currency: 'THB', zone: 'Asia/Bangkok'},
  VN: {currency: 'VND', zone: 'Asia/Ho_Chi_Minh', points: true},
  ID: {currency: 'IDR', zone: 'Asia/Jakarta', points: true},
  MY: {currency: 'MYR', zone: 'Asia/Kuala_Lumpur'},
  PH: {currency: 'PHP', zone: 'Asia/Manila'},
  SG: {currency: 'SGD', zone: 'Asia/Singapore'},
  GB: {currency: 'GBP', zone: 'Europe/London'},
  US: {currency: 'USD'},
  DE: {currency: 'EUR', zone: 'Europe/Berlin', points: true},
  FR: {currency: 'EUR', zone: 'Europe/Paris', points: true},
  IT: {currency: 'EUR', zone: 'Europe/Rome', points: true},
  ES: {currency: 'EUR', zone: 'Europe/Madrid', points: true},
  IE: {currency: 'EUR', zone: 'Europe/Dublin'},
  JP: {currency: 'JPY', zone: 'Asia/Tokyo'},
  MX: {currency: 'MXN'},
  TW: {currency: 'TWD', zone: 'Asia/Taipei'},
  CO: {currency: 'COP', zone: 'America/Bogota', points: true},
  CL: {currency: 'CLP', points: true},
  BR: {currency: 'BRL', points: true},
};
