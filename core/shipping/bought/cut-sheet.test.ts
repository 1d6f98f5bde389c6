import {expect, test} from 'vitest';
import {type CodePlace, cutSheet} from './cut-sheet.ts';
import {cellMm, inkMapOf} from './ink-map.ts';

type Box = readonly [left: number, top: number, width: number, height: number];
const dpi = 50.8;

/** A page with ink in these boxes, all in millimetres. */
function page(width: number, height: number, boxes: readonly Box[]) {
  const [widthPx, heightPx] = [(width * dpi) / 25.4, (height * dpi) / 25.4];
  const data = new Uint8Array(widthPx * heightPx * 4).fill(255);
  for (const [left, top, across, down] of boxes) {
    for (let y = top * 2; y < (top + down) * 2; y++)
      data.fill(0, (y * widthPx + left * 2) * 4, (y * widthPx + (left + across) * 2) * 4);
  }
  return inkMapOf({data, widthPx, heightPx, dpi});
}

/** A label with a white line through its middle, as many have, and a barcode below. */
const label = (left: number, top: number, width = 95, height = 138): readonly Box[] => [
  [left, top, width, height / 2 - 4],
  [left, top + height / 2 + 2, width, height / 2 - 2],
];
const code = (left: number, top: number): CodePlace => ({xMm: left + 40, yMm: top + 120});
const said = (width: number, height: number, boxes: readonly Box[], codes: readonly CodePlace[] = []) =>
  cutSheet(page(width, height, boxes), codes).map(
    ({leftMm, topMm, widthMm, heightMm}) => `${leftMm},${topMm} ${widthMm}x${heightMm}`,
  );

test('a page as large as a label is one label with its margins, though white lines run through it', () => {
  expect(said(102, 152, label(4, 5))).toEqual(['0,0 102x152']);
});

test('four labels on a sheet are cut apart in the order in which one reads, each as large as its ink', () => {
  const places = [
    [5, 5],
    [110, 5],
    [5, 154],
    [110, 154],
  ] as const;
  const boxes = places.flatMap(([x, y]) => label(x, y));
  expect(
    said(
      210,
      297,
      boxes,
      places.map(([x, y]) => code(x, y)),
    ),
  ).toEqual(['4,4 97x140', '109,4 97x140', '4,153 97x140', '109,153 97x140']);
});

test('a line to cut along between two labels belongs to neither', () => {
  const boxes: readonly Box[] = [...label(10, 5, 190, 138), [0, 148, 210, 0.5], ...label(10, 154, 190, 138)];
  expect(said(210, 297, boxes, [code(10, 5), code(10, 154)])).toEqual(['9,4 192x140', '9,153 192x140']);
});

test('a label on the upper half of a sheet is cut from what is to be read below it', () => {
  const boxes: readonly Box[] = [...label(60, 5), [20, 170, 170, 60]];
  expect(said(210, 297, boxes, [code(60, 5)])).toEqual(['59,4 97x140', '19,169 172x62']);
});

test('a label as large as half a sheet is not cut through its own white: only one of its parts has a barcode', () => {
  const wide: readonly Box[] = [
    [5, 5, 92, 135],
    [110, 5, 92, 135],
  ];
  expect([
    said(210, 148, wide, [{xMm: 150, yMm: 60}]),
    said(210, 148, wide, [
      {xMm: 50, yMm: 60},
      {xMm: 150, yMm: 60},
    ]),
  ]).toEqual([['4,4 199x137'], ['4,4 94x137', '109,4 94x137']]);
});

test('the last sheet may hold one label in a corner, or nothing', () => {
  expect([said(210, 297, label(5, 5), [code(5, 5)]), said(210, 297, [])]).toEqual([['4,4 97x140'], []]);
});

test('a cell is inked by one dark dot and not by the grey of a scan', () => {
  const data = new Uint8Array(4 * 4 * 4).fill(240);
  data.fill(0, 0, 3);
  expect([...inkMapOf({data, widthPx: 4, heightPx: 4, dpi}).cells, cellMm]).toEqual([
    1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5,
  ]);
});
