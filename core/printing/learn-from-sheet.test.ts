import {describe, expect, it} from 'vitest';
import {givenPrinter} from '../testing/given-printing.ts';
import {uncalibrated} from './calibration.ts';
import {learnFromSheet, type SheetAnswers} from './learn-from-sheet.ts';
import {checkPrinter, type Printer} from './printer.ts';

const perfect: SheetAnswers = {
  squareMm: 50,
  left: 0,
  right: 0,
  top: 0,
  bottom: 0,
  openWhite: 1,
  wholeBlack: 1,
  isSharp: true,
  isWrongWayUp: false,
};

function learned(answers: Partial<SheetAnswers>, before: Partial<Printer> = {}): unknown {
  const printer = learnFromSheet(givenPrinter(1, before), {...perfect, ...answers});
  if (!printer.ok) return printer.fault.code;
  expect(checkPrinter(printer.value)).toEqual(printer);
  const {dpi, calibration} = printer.value;
  return dpi === (before.dpi ?? 203) ? calibration : dpi;
}

describe('a printed test sheet', () => {
  it.each<[string, Partial<SheetAnswers>, Partial<Printer>, unknown]>([
    ['nothing, where all is well', {}, {}, uncalibrated],
    ['that it lies two millimetres too far left', {left: 4}, {}, {...uncalibrated, offsetXDots: 16}],
    ['that it lies a millimetre too low', {bottom: 2}, {}, {...uncalibrated, offsetYDots: -8}],
    ['to stand in the middle of paper that is too narrow', {left: 6, right: 2}, {}, {...uncalibrated, offsetXDots: 8}],
    [
      'what is still wrong after the last one',
      {left: 2},
      {calibration: {...uncalibrated, offsetXDots: 16, darkness: 2}},
      {...uncalibrated, offsetXDots: 24, darkness: 2},
    ],
    ['that white lines close: it is too dark', {openWhite: 3}, {}, {...uncalibrated, darkness: -2}],
    ['that black lines break: it is too light', {wholeBlack: 4}, {}, {...uncalibrated, darkness: 3}],
    ['that it runs too fast', {isSharp: false}, {}, {...uncalibrated, speed: 4}],
    [
      'that it still runs too fast, down to the slowest',
      {isSharp: false},
      {calibration: {...uncalibrated, speed: 2}},
      {...uncalibrated, speed: 2},
    ],
    [
      'to come out the other way round, with what moved it turned too',
      {isWrongWayUp: true, left: 4},
      {},
      {...uncalibrated, offsetXDots: -16, rotation: '180'},
    ],
    [
      'to come out as it was before',
      {isWrongWayUp: true},
      {calibration: {...uncalibrated, offsetXDots: -16, rotation: '180'}},
      {...uncalibrated, offsetXDots: 16},
    ],
    ['that the printer is finer than was thought, and no more', {squareMm: 34, left: 6}, {}, 300],
    ['that the printer is coarser', {squareMm: 74}, {dpi: 300}, 203],
    ['that it prints at half the size', {squareMm: 25}, {}, 406],
    ['that something scales', {squareMm: 46}, {}, 'printing.size_off'],
    ['that something scales a PDF', {squareMm: 34}, {language: 'pdf'}, 'printing.size_off'],
    ['nothing from a crooked ruler', {squareMm: 51.5}, {}, uncalibrated],
    ['with a smaller square on a small label', {squareMm: 20}, {media: 'om_76x51mm_76x51mm'}, uncalibrated],
  ])('teaches %s', (_what, answers, before, expected) => {
    expect(learned(answers, before)).toEqual(expected);
  });

  it('never teaches more than a printer can be told', () => {
    const far = {...uncalibrated, offsetXDots: 110, offsetYDots: -110, darkness: 6};
    expect(learned({left: 12, bottom: 12, wholeBlack: 4}, {calibration: far})).toEqual({
      ...uncalibrated,
      offsetXDots: 120,
      offsetYDots: -120,
      darkness: 7,
    });
  });
});
