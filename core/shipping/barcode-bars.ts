import {type LabelItem, dots, labelPage} from './label-item.ts';

/** From 0.25 mm, below which a thermal printer blurs bars together, to 0.375 mm, which hand scanners read at arm's length. */
const moduleDots = {min: 2, max: 3} as const;

/**
 * A barcode's bars as rects whose edges lie on printer dots, centred on the page; nothing when it is too wide. `modules`
 * are the widths of bars and spaces in turn, a bar first. The margin is wider than the quiet zone of 10 modules it serves as.
 */
export function barcodeBars(
  modules: readonly number[],
  at: {readonly marginDots: number; readonly yDots: number; readonly heightDots: number},
): readonly LabelItem[] | undefined {
  const total = modules.reduce((sum, module) => sum + module, 0);
  const fitting = Math.floor((labelPage.widthDots - 2 * at.marginDots) / total);
  const dotsPerModule = Math.min(fitting, moduleDots.max);
  if (dotsPerModule < moduleDots.min) return undefined;

  const bars: LabelItem[] = [];
  let xDots = Math.round((labelPage.widthDots - total * dotsPerModule) / 2);
  for (const [turn, module] of modules.entries()) {
    const widthDots = module * dotsPerModule;
    if (turn % 2 === 0) bars.push(rect(xDots, at.yDots, widthDots, at.heightDots));
    xDots += widthDots;
  }
  return bars;
}

/** A rect in printer dots. */
export function rect(xDots: number, yDots: number, widthDots: number, heightDots: number): LabelItem {
  return {kind: 'rect', xPt: dots(xDots), yPt: dots(yDots), widthPt: dots(widthDots), heightPt: dots(heightDots)};
}
