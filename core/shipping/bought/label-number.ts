import {withoutSymbol} from '../packing-bench/element-string.ts';
import {scanOfTyped} from '../packing-bench/scan.ts';
import type {ParcelTracking} from '../packing/schema.ts';
import type {Carriers} from '../tracking/carriers.ts';
import {recognise, tidied} from '../tracking/recognise.ts';
import {codesMax, linesMax} from './limits.ts';

/** What could be read on a label: barcodes as a scanner tells them, the name of their symbology before them, and lines of text. */
export interface LabelText {
  readonly codes: readonly string[];
  readonly lines: readonly string[];
}

export type LabelTracking = Omit<ParcelTracking, 'draw'>;

/** The carrier's number of a label. `several`: two labels were not told apart, or nobody can say which number counts. */
export type LabelNumber =
  | {readonly is: 'number'; readonly tracking: LabelTracking; readonly scans: readonly string[]}
  | {readonly is: 'several'; readonly numbers: readonly string[]}
  | {readonly is: 'none'};

interface Candidate {
  readonly tracking: LabelTracking;
  readonly courier: string;
  readonly checked: boolean;
  readonly scan: string;
}

const unknownLetters = {min: 8, max: 40} as const;
const scanUnitsMax = 90;
/** The postal code alone, which the United States' carriers sort by (GS1 420 and 421): as many digits as FedEx has in a number. */
const routing = /^(?:420(?:\d{5}|\d{9})|421\d{3}[A-Z0-9]{2,12})$/;

/**
 * The carrier's number among the barcodes of a label. A check digit speaks louder than a form; a number that stands as text too,
 * louder than one that does not. Numbers of two carriers are one label that both carry; two of one carrier are two labels.
 */
export function labelNumberOf(carriers: Carriers, {codes, lines}: LabelText): LabelNumber {
  const written = lines.slice(0, linesMax);
  const own = codes.slice(0, codesMax).filter((code) => !routing.test(withoutSymbol(code)));
  const all = own.flatMap((code) => candidatesOf(carriers, code, written));
  const known = likeliest(all, written);
  const numbers = [...new Set(known.map(({tracking}) => tracking.number))];
  const couriers = new Set(known.map(({courier}) => courier));
  if (numbers.length > 1 && couriers.size < numbers.length) return {is: 'several', numbers};
  const [first] = known.toSorted((a, b) => placeOf(carriers, a, written) - placeOf(carriers, b, written));
  if (first) {
    const scans = known.map(({scan}) => scan).filter((scan) => scan.length <= scanUnitsMax);
    return {is: 'number', tracking: first.tracking, scans: [...new Set(scans)]};
  }
  return ofUnknownCarrier(own);
}

function candidatesOf(carriers: Carriers, code: string, lines: readonly string[]): readonly Candidate[] {
  const scan = scanOfTyped(code);
  if (scan?.tells !== 'code') return [];
  for (const text of scan.texts) {
    const {number, matches} = recognise(carriers, text);
    const checked = matches.filter((match) => match.checked);
    const told = checked.length > 0 ? checked : matches;
    const match = told.find(({courier}) => isNamed(carriers, courier, lines)) ?? told[0];
    if (!match) continue;
    const carrier = carriers.names.get(match.courier) ?? match.courier;
    const tracking = {carrier, scheme: match.scheme, service: match.service.slice(0, 80), number};
    return [{tracking, courier: match.courier, checked: match.checked, scan: scan.texts.at(-1) ?? text}];
  }
  return [];
}

/** Those that speak loudest, each number once. */
function likeliest(all: readonly Candidate[], lines: readonly string[]): readonly Candidate[] {
  const text = lines.map((line) => tidied(line) ?? '').join(' ');
  const isWritten = ({tracking}: Candidate): boolean => text.includes(tracking.number);
  for (const loud of [
    all.filter((each) => each.checked && isWritten(each)),
    all.filter(({checked}) => checked),
    all.filter(isWritten),
  ]) {
    if (loud.length > 0) return loud;
  }
  return all;
}

function isNamed(carriers: Carriers, courier: string, lines: readonly string[]): boolean {
  const name = (carriers.names.get(courier) ?? courier).toUpperCase();
  return lines.some((line) => line.toUpperCase().includes(name));
}

/** At which line a carrier is named first. */
function placeOf(carriers: Carriers, {courier}: Candidate, lines: readonly string[]): number {
  const name = (carriers.names.get(courier) ?? courier).toUpperCase();
  const at = lines.findIndex((line) => line.toUpperCase().includes(name));
  return at < 0 ? lines.length : at;
}

/** A carrier nobody has told us of prints its number as a barcode all the same. */
function ofUnknownCarrier(codes: readonly string[]): LabelNumber {
  const texts = codes.flatMap((code) => {
    const scan = scanOfTyped(code);
    return scan?.tells === 'code' ? [scan.texts.at(-1) ?? ''] : [];
  });
  const likely = [...new Set(texts)].filter(
    (text) => /^[A-Z0-9-]+$/i.test(text) && text.length >= unknownLetters.min && text.length <= unknownLetters.max,
  );
  const [only] = likely;
  if (likely.length > 1) return {is: 'several', numbers: likely};
  return only === undefined ? {is: 'none'} : {is: 'number', tracking: {carrier: '', number: only}, scans: [only]};
}
