import {type Result, fail, ok} from '../../lib/result.ts';
import type {Barcode} from '../../paper/barcodes/barcode.ts';
import {fitsIn} from '../../paper/barcodes/snap.ts';
import {type Area, type Mark, type Page, mmPerPt} from '../../paper/page.ts';
import {type StyledText, type TextBox, type TextStyle, type Typefaces, typeset} from '../../paper/text/typeset.ts';
import type {PaperSize} from './paper-size.ts';

type Refusal = Extract<Result<never>, {readonly ok: false}>;

/** Pages in the making. The first fault is kept and whatever follows is not drawn; `done` tells of it. */
export interface Sketch {
  readonly size: PaperSize;
  /** Sets lines into a box; returns how far down they reach. */
  lines(box: TextBox, texts: readonly StyledText[]): number;
  /** The first of several that fits its box. */
  firstThatFits(box: TextBox, choices: readonly (readonly StyledText[])[]): void;
  line(box: TextBox, style: TextStyle, text: string): number;
  marks(marks: readonly Mark[]): void;
  /** A barcode in the middle of its area; too wide a one is a fault. */
  barcode(part: string, barcode: Result<Barcode>, area: Area): void;
  refuse(fault: Refusal): void;
  /** Draws something that may be as high as it must be; where it ends below `bottomMm` it begins the next page instead. */
  onThisPageOrNext(bottomMm: number, draw: () => number, nextPage: () => void): number;
  newPage(): void;
  /** Something on every page, when it is known how many there are. */
  done(onEach?: (page: {readonly number: number; readonly count: number}) => void): Result<readonly Page[]>;
}

export function sketch(size: PaperSize, typefaces: Typefaces): Sketch {
  const pages: Mark[][] = [[]];
  let current = 0;
  let refused: Refusal | undefined;

  const marks = (more: readonly Mark[]) => {
    for (const mark of more) pages[current]?.push(mark);
  };
  const lines: Sketch['lines'] = (box, texts) => {
    if (refused) return box.topMm;
    const set = typeset(box, texts, typefaces);
    if (!set.ok) {
      refused = set;
      return box.topMm;
    }
    marks(set.value);
    const last = set.value.at(-1);
    return last ? last.baselineMm + last.sizePt * mmPerPt * 0.3 : box.topMm;
  };

  return {
    size,
    lines,
    firstThatFits: (box, choices) => {
      for (const [at, texts] of choices.entries()) {
        const set = refused ? refused : typeset(box, texts, typefaces);
        if (set.ok) return marks(set.value);
        if (set.fault.code !== 'paper.text_too_long' || at === choices.length - 1) refused ??= set;
      }
    },
    line: (box, style, text) => lines(box, [{style, text}]),
    marks,
    barcode: (part, barcode, area) => {
      if (!barcode.ok) refused ??= barcode;
      else if (!fitsIn(barcode.value, area)) refused ??= fail('paper.barcode_too_wide', {part});
      else marks([{kind: 'barcode', barcode: barcode.value, ...area}]);
    },
    refuse: (fault) => {
      refused ??= fault;
    },
    onThisPageOrNext: (bottomMm, draw, nextPage) => {
      const drawn = pages[current]?.length ?? 0;
      const endMm = draw();
      if (endMm <= bottomMm) return endMm;
      pages[current]?.splice(drawn);
      nextPage();
      return draw();
    },
    newPage: () => {
      pages.push([]);
      current = pages.length - 1;
    },
    done: (onEach) => {
      for (let number = 1; onEach && number <= pages.length; number++) {
        current = number - 1;
        onEach({number, count: pages.length});
      }
      return refused ?? ok(pages.map((page): Page => ({widthMm: size.widthMm, heightMm: size.heightMm, marks: page})));
    },
  };
}
