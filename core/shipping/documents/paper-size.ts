export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** The papers that documents are made for: labels from a roll, and sheets. */
export const papers = {
  '4x6': {widthMm: 101.6, heightMm: 152.4},
  '100x150': {widthMm: 100, heightMm: 150},
  a6: {widthMm: 105, heightMm: 148},
  a4: {widthMm: 210, heightMm: 297},
  letter: {widthMm: 215.9, heightMm: 279.4},
} as const satisfies Readonly<Record<string, PaperSize>>;
export type Paper = keyof typeof papers;
