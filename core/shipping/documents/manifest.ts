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
  readonly weightGrams: number;
}

/** What is handed to a carrier at once, and signed for. */
export interface Manifest {
  readonly number: string;
  readonly carrier: string;
  readonly sender: Address;
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
  const addressEndMm = drawAddress(
    sheet,
    {part: 'sender', leftMm, topMm, widthMm: widthMm / 2},
    words('document.from'),
    list.sender,
  );
  const tableEndMm = drawTable<ManifestParcel>(
    sheet,
    [
      {title: words('manifest.tracking'), share: 32, strong: true, cell: ({tracking}) => tracking},
      {title: words('document.order'), share: 24, cell: ({orderNumber}) => orderNumber},
      {title: words('manifest.place'), share: 30, cell: ({place}) => place},
      {title: words('document.weight'), share: 14, align: 'right', cell: ({weightGrams}) => kilograms(weightGrams)},
    ],
    list.parcels,
    addressEndMm + 6,
  );
  const grams = list.parcels.reduce((sum, {weightGrams}) => sum + weightGrams, 0);
  const sums = [
    [words('document.weight'), kilograms(grams)],
    [words('manifest.parcels'), String(list.parcels.length)],
  ] as const;
  drawSignatures(sheet, [words('manifest.handedBy'), words('manifest.takenBy')], drawSums(sheet, sums, tableEndMm));
  return endSheet(sheet);
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
