import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];
type Triple = readonly [number, number, number];

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const colours = new Map(
  [...sheet.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, {light, dark}],
  ),
);

test.each(schemes)('every word can be read on every ground it may stand on (%s)', (scheme) => {
  const inks = ['ink', 'ink-quiet', 'accent', 'good', 'watch', 'stop', 'note'];
  const grounds = ['ground', 'ground-quiet', 'ground-raised', 'ground-hover', 'ground-cursor', 'ground-selected'];
  const pairs = [
    ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
    ...['good', 'watch', 'stop', 'note'].map((meaning) => [meaning, `${meaning}-ground`] as const),
    ...['good', 'watch', 'stop', 'note'].map((meaning) => ['ink', `${meaning}-ground`] as const),
    ['on-accent', 'accent'] as const,
    ['on-accent', 'accent-strong'] as const,
    ['on-good', 'good'] as const,
    ['on-stop', 'stop'] as const,
    ['on-stop', 'stop-strong'] as const,
  ];
  const tooFaint = pairs.filter(([ink, ground]) => contrast(rgb(ink, scheme), rgb(ground, scheme)) < 4.5);
  expect(tooFaint).toEqual([]);
});

test.each(schemes)('borders of fields and hues of charts can be told from the ground (%s)', (scheme) => {
  const marks = ['line-strong', 'focus', ...[1, 2, 3, 4, 5, 6, 7, 8].map((step) => `chart-${step}`)];
  const tooFaint = marks.filter((mark) => contrast(rgb(mark, scheme), rgb('ground', scheme)) < 3);
  expect(tooFaint).toEqual([]);
});

test.each(schemes)('no two hues of a chart look alike to anybody (%s)', (scheme) => {
  const hues = [1, 2, 3, 4, 5, 6, 7, 8].map((step) => `chart-${step}`);
  const alike = hues.flatMap((a, index) =>
    hues.slice(index + 1).flatMap((b) =>
      Object.entries(sights).flatMap(([sight, matrix]) => {
        const distance = distanceOf(seen(matrix, rgb(a, scheme)), seen(matrix, rgb(b, scheme)));
        return distance < 0.09 ? [{a, b, sight, distance}] : [];
      }),
    ),
  );
  expect(alike).toEqual([]);
});

test('the first paint has the ground of the theme, so that nothing flashes', () => {
  const {light, dark} = must(colours.get('ground'), 'the ground is a token');
  const ink = must(colours.get('ink'), 'the ink is a token');
  expect(page).toContain(`background: light-dark(${light}, ${dark})`);
  expect(page).toContain(`color: light-dark(${ink.light}, ${ink.dark})`);
});

function rgb(name: string, scheme: Scheme): Triple {
  const hex = must(colours.get(name), `${name} is a token`)[scheme];
  const channel = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: Triple, b: Triple): number {
  const [light = 0, dark = 0] = [a, b]
    .map(([r, g, blue]) => 0.2126 * r + 0.7152 * g + 0.0722 * blue)
    .toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const sights: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(matrix: Matrix, [r, g, b]: Triple): Triple {
  const row = ([x, y, z]: Triple) => Math.min(1, Math.max(0, x * r + y * g + z * b));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** Distance in OKLab; 0.09 is about four times what an eye just notices. */
function distanceOf(a: Triple, b: Triple): number {
  const [x, y] = [oklab(a), oklab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
