/**
 * A label as the peers are given it: laid out already, so that they need only draw. Points, from the upper left corner; `y` of a text is
 * its baseline, and a run is of one font.
 */
export interface LaidOut {
  readonly texts: readonly {
    readonly face: string;
    readonly sizePt: number;
    readonly x: number;
    readonly y: number;
    readonly text: string;
  }[];
  readonly rects: readonly (readonly [x: number, y: number, width: number, height: number])[];
  readonly barcodes: readonly {
    readonly kind: 'code128' | 'gs1-128' | 'datamatrix';
    readonly data: string;
    readonly box: readonly [x: number, y: number, width: number, height: number];
    readonly bars: readonly (readonly [x: number, y: number, width: number, height: number])[];
  }[];
}
