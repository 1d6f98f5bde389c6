import type {Result} from '../../lib/result.ts';
import {type Page, rect} from '../../paper/page.ts';
import type {Address} from '../../storefronts/address.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {type Making, beginSheet, drawAddress, drawHead, endSheet, hairMm, kilograms, text} from './document.ts';
import {drawSums, drawTable} from './table.ts';

export interface ManifestParcel {
  readonly tracking: string;
  readonly orderNumber: string;
  /** Where it goes, as much as the carrier needs: `PL 31-042 Kraków`. */
  readonly place: string;
  /** Undefined where nobody weighed it. */
  readonly weightGrams?: number;
}

/** What is handed to a carrier at once, and signed for. */
export interface Manifest {
  readonly number: string;
  readonly carrier: string;
  /** Undefined where the business has told no address. */
  readonly sender?: Address;
  readonly handedOn: LocalDate;
  readonly parcels: readonly ManifestParcel[];
}

/** Faults: those of addresses, barcodes and typesetting. */
export function manifest(list: Manifest, making: Making): Result<readonly Page[]> {
  const {words} = making;
  const sheet = beginSheet(making);
  const topMm = drawHead(sheet, {
    title: words('manifest.title'),
    about: [list.carrier, list.handedOn],
    number: list.number,
    caption: words('manifest.number'),
  });
  const {leftMm, widthMm} = sheet;
  const box = {part: 'sender', leftMm, topMm, widthMm: widthMm / 2};
  const addressEndMm = list.sender ? drawAddress(sheet, box, words('document.from'), list.sender) : topMm;
  const tableEndMm = drawTable<ManifestParcel>(
    sheet,
    [
      {title: words('manifest.tracking'), share: 32, strong: true, cell: ({tracking}) => tracking},
      {title: words('document.order'), share: 24, cell: ({orderNumber}) => orderNumber},
      {title: words('manifest.place'), share: 30, cell: ({place}) => place},
      {title: words('document.weight'), share: 14, align: 'right', cell: ({weightGrams}) => weightSaid(weightGrams)},
    ],
    list.parcels,
    addressEndMm + 6,
  );
  // A sum of some of them would be read as that of all.
  const grams = list.parcels.reduce<number | undefined>(
    (sum, {weightGrams}) => (sum === undefined || weightGrams === undefined ? undefined : sum + weightGrams),
    0,
  );
  const sums = [
    [words('document.weight'), weightSaid(grams)],
    [words('manifest.parcels'), String(list.parcels.length)],
  ] as const;
  drawSignatures(sheet, [words('manifest.handedBy'), words('manifest.takenBy')], drawSums(sheet, sums, tableEndMm));
  return endSheet(sheet);
}

function weightSaid(grams: number | undefined): string {
  return grams === undefined ? '–' : kilograms(grams);
}

function drawSignatures(
  {paper, leftMm, widthMm, bottomMm, topMm}: ReturnType<typeof beginSheet>,
  captions: readonly string[],
  afterMm: number,
): void {
  let lineMm = afterMm + 18;
  const eachMm = (widthMm - 8) / captions.length;
  paper.onThisPageOrNext(
    bottomMm,
    () =>
      Math.max(
        ...captions.map((caption, at) => {
          const left = leftMm + at * (eachMm + 8);
          paper.marks([rect(left, lineMm, eachMm, hairMm)]);
          return paper.line(
            {part: 'signature', leftMm: left, topMm: lineMm + 1, widthMm: eachMm, heightMm: 8, sizeMinPt: 5},
            text.small,
            caption,
          );
        }),
      ),
    () => {
      paper.newPage();
      lineMm = topMm + 18;
    },
  );
}
