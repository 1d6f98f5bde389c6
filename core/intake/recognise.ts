import {bestFit, fitOf} from './detect.ts';
import {foldName} from './fold-name.ts';
import type {Format} from './format.ts';
import {formats} from './formats/all.ts';
import {headerDigest} from './header-digest.ts';
import type {Knowledge} from './knowledge.ts';
import {type Mapping, formatOfMapping} from './mapping.ts';
import {proposeMapping} from './propose-mapping.ts';
import {isRatesHeader} from './rates-file.ts';
import type {TableRow} from './table/opened-table.ts';

/** What a file is. `headerAt` counts in the records that were looked at. */
export interface Recognised {
  readonly headerAt: number;
  /** Left out: nobody knows. */
  readonly as?:
    | {readonly kind: 'orders'; readonly format: Format; readonly mapping?: Mapping}
    | {readonly kind: 'rates'};
  readonly confidence: number;
}

/** How many records at the beginning of a file the header is looked for in, and how many are looked at for the rest. */
export const headerWithin = 30;
export const beginningRows = 300;
/** Below this, general names of columns are the better guess. */
const likelyFrom = 0.75;

/**
 * What the beginning of a file shows it to be: what a person chose, a mapping that was made for this header, the rates of
 * the ECB, a known format, or any table with general names. The header is the record that fits best.
 */
export function recognise(beginning: readonly TableRow[], {mappings, choice}: Knowledge): Recognised | undefined {
  const candidates = beginning.slice(0, headerWithin).flatMap(({cells, fault}, at) => (fault ? [] : [{cells, at}]));
  if (candidates.length === 0) return undefined;
  if (choice?.mapping) return asMapped(choice.mapping, candidates);

  const chosen = choice?.format === undefined ? undefined : formats.find(({id}) => id === choice.format);
  if (chosen) {
    const best = highest(candidates, ({cells}) => fitOf(cells, chosen).known);
    return {headerAt: best.at, as: {kind: 'orders', format: chosen}, confidence: 1};
  }
  for (const {cells, at} of candidates) {
    if (isRatesHeader(cells)) return {headerAt: at, as: {kind: 'rates'}, confidence: 1};
    const remembered = mappings.length > 0 ? byDigest(mappings, headerDigest(cells)) : undefined;
    if (remembered) return asMapped(remembered, [{cells, at}]);
  }

  const fits = candidates.flatMap(({cells, at}) => {
    const fit = bestFit(cells, formats);
    return fit ? [{...fit, at}] : [];
  });
  const best = fits.toSorted((a, b) => b.confidence * b.known - a.confidence * a.known)[0];
  const known =
    best && ({headerAt: best.at, as: {kind: 'orders', format: best.format}, confidence: best.confidence} as const);
  if (known && known.confidence >= likelyFrom) return known;
  const nobody = {headerAt: highest(candidates, ({cells}) => filledIn(cells)).at, confidence: 0};
  return proposed(beginning, candidates) ?? known ?? nobody;
}

interface Candidate {
  readonly cells: readonly string[];
  readonly at: number;
}

function proposed(beginning: readonly TableRow[], candidates: readonly Candidate[]): Recognised | undefined {
  for (const {cells, at} of candidates) {
    const proposal = proposeMapping(
      cells,
      beginning.slice(at + 1).filter(({fault}) => !fault),
    );
    if (!proposal) continue;
    const {mapping, confidence} = proposal;
    return {headerAt: at, as: {kind: 'orders', format: formatOfMapping(mapping), mapping}, confidence};
  }
  return undefined;
}

function asMapped(mapping: Mapping, candidates: readonly Candidate[]): Recognised {
  const names = new Set(mapping.columns.map(({column}) => foldName(column)));
  const best = highest(candidates, ({cells}) => cells.filter((cell) => names.has(foldName(cell))).length);
  return {headerAt: best.at, as: {kind: 'orders', format: formatOfMapping(mapping), mapping}, confidence: 1};
}

function byDigest(mappings: readonly Mapping[], digest: string): Mapping | undefined {
  return mappings.findLast((mapping) => mapping.headerDigest === digest);
}

function highest(candidates: readonly Candidate[], score: (candidate: Candidate) => number): Candidate {
  let best = candidates[0] as Candidate;
  for (const candidate of candidates) if (score(candidate) > score(best)) best = candidate;
  return best;
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}
