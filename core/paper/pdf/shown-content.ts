import {operationsOf} from './content-operations.ts';
import {type Matrix, moved, product, same} from './matrix.ts';
import {type PdfObjects, contentOf, dictionaryOf, entriesOf, numbersIn, referenceIn} from './pdf-objects.ts';

/** What a page shows: corners in points. */
export interface Shown {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Content of which what lies wholly beside is gone. */
export interface ShownContent {
  readonly text: string;
  /** Images and forms that it still uses, by their names. */
  readonly used: ReadonlySet<string>;
}

/** What forms show, by their numbers. */
export type ShownForms = Map<number, ShownContent>;

interface Around {
  readonly objects: PdfObjects;
  readonly shown: Shown;
  /** Where others are drawn: an image that goes on there shows them too. */
  readonly others: readonly Shown[];
  readonly forms: ShownForms;
}

const formsDeep = 6;
/** Letters begin a little beside their ink. */
const textMargin = 1.5;
/** So far an image may go over what belongs to others: edges of areas are not exact. */
const overlapMost = 3;
/** A line's own width on either side of it, and its caps. */
const lineMargin = 0.75;

const paints: Readonly<Record<string, string>> = {
  S: 'S',
  s: 'S',
  f: 'f',
  F: 'f',
  'f*': 'f*',
  B: 'B',
  'B*': 'B*',
  b: 'B',
  'b*': 'B*',
  n: 'n',
};

/**
 * What of a page's content is seen: texts that begin beside what is shown, parts of paths, images and forms that lie wholly beside it are
 * left out, and so are marks for readers, which may say the same texts once more. Undefined where it is not known what would be left out.
 */
export function shownContent(
  content: string,
  resources: ReadonlyMap<string, string> | undefined,
  around: Around,
  base: Matrix = same,
  depth = 0,
): ShownContent | undefined {
  const {objects} = around;
  const operations = operationsOf(content);
  if (!operations || depth > formsDeep) return undefined;
  const kept: string[] = [];
  const used = new Set<string>();
  let state = {ctm: base, line: 1};
  const states: (typeof state)[] = [];
  let path: {text: string; box: Box}[] = [];
  let isClip = false;
  let [tm, lm, leading]: [Matrix, Matrix, number] = [same, same, 0];
  const nextLine = (x: number, y: number): void => {
    tm = lm = product([1, 0, 0, 1, x, y], lm);
  };
  const isTextShown = (): boolean => isSeen(boxOf([moved(product(tm, state.ctm), 0, 0)]), around.shown, textMargin);

  for (const {operator, operands, text} of operations) {
    const numbers = operands.map(Number);
    const [one = 0, two = 0, three = 0, four = 0] = numbers;
    switch (operator) {
      case 'q':
        states.push(state);
        kept.push(text);
        break;
      case 'Q':
        state = states.pop() ?? state;
        kept.push(text);
        break;
      case 'cm':
        state = {...state, ctm: product(matrixOf(numbers), state.ctm)};
        kept.push(text);
        break;
      case 'w':
        state = {...state, line: one};
        kept.push(text);
        break;
      case 'm':
      case 're': {
        const [x1, y1] = operator === 're' ? [one + three, two + four] : [one, two];
        const corners = [
          [one, two],
          [x1, y1],
          [one, y1],
          [x1, two],
        ] as const;
        path.push({text, box: boxOf(corners.map(([x, y]) => moved(state.ctm, x, y)))});
        break;
      }
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 'h': {
        const last = path.at(-1);
        if (!last) return undefined;
        const points = Array.from({length: numbers.length >> 1}, (_, at) =>
          moved(state.ctm, numbers[at * 2] ?? 0, numbers[at * 2 + 1] ?? 0),
        );
        path[path.length - 1] = {text: `${last.text} ${text}`, box: boxOf(points, last.box)};
        break;
      }
      case 'W':
      case 'W*':
        isClip = true;
        path.push({text, box: everywhere});
        break;
      case 'BT':
        tm = lm = same;
        kept.push(text);
        break;
      case 'Td':
        nextLine(one, two);
        kept.push(text);
        break;
      case 'TD':
        leading = -two;
        nextLine(one, two);
        kept.push(text);
        break;
      case 'Tm':
        tm = lm = matrixOf(numbers);
        kept.push(text);
        break;
      case 'TL':
        leading = one;
        kept.push(text);
        break;
      case 'T*':
        nextLine(0, -leading);
        kept.push(text);
        break;
      case 'Tr':
        // Letters as a place to draw in.
        if (one > 3) return undefined;
        kept.push(text);
        break;
      case 'Tj':
      case 'TJ':
        if (isTextShown()) kept.push(text);
        break;
      case "'":
      case '"':
        nextLine(0, -leading);
        if (isTextShown()) kept.push(text);
        else kept.push(operator === "'" ? 'T*' : `${operands[0] ?? '0'} Tw ${operands[1] ?? '0'} Tc T*`);
        break;
      case 'BI': {
        const seen = seenImage(state.ctm, around);
        if (!seen) return undefined;
        if (seen === 'seen') kept.push(text);
        break;
      }
      case 'Do': {
        const name = operands[0]?.slice(1) ?? '';
        const seen = drawn(name, resources, around, state.ctm, depth);
        if (!seen) return undefined;
        if (seen === 'beside') break;
        used.add(name);
        kept.push(text);
        break;
      }
      case 'BDC':
      case 'DP':
        if (operands[0] === '/OC') return undefined;
        break;
      case 'BMC':
      case 'EMC':
      case 'MP':
        break;
      case 'scn':
      case 'SCN':
        // Patterns are drawings of their own.
        if (operands.at(-1)?.startsWith('/')) return undefined;
        kept.push(text);
        break;
      case 'gs': {
        // A mask is a drawing of its own.
        const mask = entriesOf(
          objects,
          entriesOf(objects, resources?.get('ExtGState'))?.get(operands[0]?.slice(1) ?? ''),
        );
        if (mask?.has('SMask') && mask.get('SMask') !== '/None') return undefined;
        kept.push(text);
        break;
      }
      default: {
        const paint = paints[operator];
        if (paint === undefined) {
          kept.push(text);
          break;
        }
        const isLine = /[sSbB]/.test(operator);
        const margin = isLine ? state.line * scaleOf(state.ctm) * lineMargin : 0;
        const parts = isClip ? path : path.filter(({box}) => isSeen(box, around.shown, margin));
        if (parts.length > 0 || path.length === 0) {
          // What is closed is the last part.
          kept.push(...parts.map((part) => part.text), parts.at(-1) === path.at(-1) ? text : paint);
        }
        path = [];
        isClip = false;
      }
    }
  }
  return {text: kept.join('\n'), used};
}

/** Whether anything of an image or a form is seen; what a form shows is put into `forms`. */
function drawn(
  name: string,
  resources: ReadonlyMap<string, string> | undefined,
  around: Around,
  ctm: Matrix,
  depth: number,
): 'seen' | 'beside' | undefined {
  const {objects, shown, forms} = around;
  const number = referenceIn(entriesOf(objects, resources?.get('XObject'))?.get(name));
  const entries = number === undefined ? undefined : dictionaryOf(objects, number);
  if (number === undefined || !entries || entries.has('OC')) return undefined;
  if (entries.get('Subtype') === '/Image') return seenImage(ctm, around);
  const content = contentOf(objects, number);
  const [x0, y0, x1, y1] = numbersIn(entries.get('BBox'));
  if (content === undefined || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) {
    return undefined;
  }
  const inside = entries.has('Matrix') ? product(matrixOf(numbersIn(entries.get('Matrix'))), ctm) : ctm;
  const corners = [moved(inside, x0, y0), moved(inside, x1, y1), moved(inside, x0, y1), moved(inside, x1, y0)];
  if (!isSeen(boxOf(corners), shown)) return 'beside';
  const own = entriesOf(objects, entries.get('Resources')) ?? resources;
  const seen = shownContent(content, own, around, inside, depth + 1);
  // Drawn twice, it may show two things.
  const before = forms.get(number);
  if (!seen || (before && before.text !== seen.text)) return undefined;
  forms.set(number, seen);
  return 'seen';
}

function seenImage(ctm: Matrix, {shown, others}: Around): 'seen' | 'beside' | undefined {
  const box = boxOf([moved(ctm, 0, 0), moved(ctm, 1, 0), moved(ctm, 0, 1), moved(ctm, 1, 1)]);
  if (!isSeen(box, shown)) return 'beside';
  return others.some((other) => isSeen(box, other, -overlapMost)) ? undefined : 'seen';
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

const everywhere: Box = {left: -Infinity, bottom: -Infinity, right: Infinity, top: Infinity};

function boxOf(points: readonly (readonly [number, number])[], first?: Box): Box {
  let {left, bottom, right, top} = first ?? {left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity};
  for (const [x, y] of points) {
    [left, bottom] = [Math.min(left, x), Math.min(bottom, y)];
    [right, top] = [Math.max(right, x), Math.max(top, y)];
  }
  return {left, bottom, right, top};
}

function isSeen({left, bottom, right, top}: Box, {x0, y0, x1, y1}: Shown, margin = 0): boolean {
  return left <= x1 + margin && right >= x0 - margin && bottom <= y1 + margin && top >= y0 - margin;
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}

function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}
