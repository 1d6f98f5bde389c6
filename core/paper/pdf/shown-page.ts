import {latin1, latin1Of} from '../../lib/latin1.ts';
import {
  bodyOf,
  contentOf,
  dictionaryOf,
  entriesOf,
  numbersIn,
  onlyPageOf,
  type PdfObjects,
  pdfObjectsOf,
  referenceIn,
} from './pdf-objects.ts';
import {packedStream, plainPdf} from './plain-pdf.ts';
import {type Shown, shownContent, type ShownContent, type ShownForms} from './shown-content.ts';

const objectsMax = 20_000;

/** A page alone. */
export interface ShownPage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same on a paper so large that nothing lies beside it: readers leave out what does. */
  readonly whole: Uint8Array<ArrayBuffer>;
}

/** Points on each side of the page. */
const wholeMargin = 5_000;

/**
 * The only page of a PDF that `placePage` has written, with nothing in the file but what it shows: what lies wholly beside the page is not
 * drawn, and no object is left that nothing refers to. Undefined where it is not known what would be left out, as where an image
 * goes on into what `others` show, points from the lower left corner; what is left has to be compared with how the page looked.
 */
export function shownPage(pdf: Uint8Array, others: readonly Shown[]): ShownPage | undefined {
  const objects = pdfObjectsOf(latin1Of(pdf));
  const page = objects && onlyPageOf(objects);
  const entries = objects && page !== undefined ? dictionaryOf(objects, page) : undefined;
  const pages = referenceIn(entries?.get('Parent'));
  if (!objects || page === undefined || !entries || pages === undefined) return undefined;
  const [x0, y0, x1, y1] = numbersIn(entries.get('MediaBox'));
  const resources = entriesOf(objects, entries.get('Resources'));
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined || !resources) return undefined;

  const parts = [...(entries.get('Contents') ?? '').matchAll(/(\d+) \d+ R/g)].map(([, number]) =>
    contentOf(objects, Number(number)),
  );
  if (parts.some((part) => part === undefined)) return undefined;
  const forms: ShownForms = new Map();
  const shown = shownContent(parts.join('\n'), resources, {objects, shown: {x0, y0, x1, y1}, others, forms});
  if (!shown) return undefined;

  const drawn = objects.size;
  const group = entries.get('Group');
  const writtenOn = (box: readonly number[]): Uint8Array<ArrayBuffer> | undefined => {
    const own = new Map([
      [drawn, streamOf('', shown.text)],
      [
        page,
        `<</Type/Page/Parent ${pages} 0 R/MediaBox[${box.join(' ')}]/Rotate ${entries.get('Rotate') ?? 0}` +
          `${group === undefined ? '' : `/Group ${group}`}/Resources${usedResources(objects, resources, shown)}/Contents ${drawn} 0 R>>`,
      ],
      [pages, `<</Type/Pages/Count 1/Kids[${page} 0 R]>>`],
      [objects.root, `<</Type/Catalog/Pages ${pages} 0 R>>`],
    ]);
    for (const [number, form] of forms) own.set(number, formOf(objects, number, form));
    return written(objects, own);
  };
  const bytes = writtenOn([x0, y0, x1, y1]);
  const whole = writtenOn([x0 - wholeMargin, y0 - wholeMargin, x1 + wholeMargin, y1 + wholeMargin]);
  return bytes && whole && {bytes, whole};
}

/** The resources of a page but for what it no longer draws. */
function usedResources(objects: PdfObjects, resources: ReadonlyMap<string, string>, {used}: ShownContent): string {
  const kept = [...(entriesOf(objects, resources.get('XObject')) ?? [])].filter(([name]) => used.has(name));
  const others = [...resources].filter(([name]) => !['XObject', 'Properties', 'Pattern'].includes(name));
  return dictionary([...others, ['XObject', dictionary(kept)]]);
}

function formOf(objects: PdfObjects, number: number, form: ShownContent): string {
  const entries = [...(dictionaryOf(objects, number) ?? [])].flatMap(([name, value]): [string, string][] => {
    if (['Length', 'Filter', 'DecodeParms', 'StructParents', 'StructParent', 'Metadata'].includes(name)) return [];
    const resources = name === 'Resources' ? entriesOf(objects, value) : undefined;
    return [[name, resources ? usedResources(objects, resources, form) : value]];
  });
  return streamOf(entries.map(([name, value]) => `/${name} ${value}`).join(''), form.text);
}

function dictionary(entries: readonly (readonly [string, string])[]): string {
  return `<<${entries.map(([name, value]) => `/${name} ${value}`).join('')}>>`;
}

function streamOf(entries: string, content: string): string {
  return packedStream(entries, latin1(content));
}

/** What can be reached from the catalogue, each object under its number. */
function written(objects: PdfObjects, own: ReadonlyMap<number, string>): Uint8Array<ArrayBuffer> | undefined {
  const bodies = new Map<number, string>();
  const waiting = [objects.root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (bodies.has(number)) continue;
    const given = own.get(number);
    const found = given === undefined ? bodyOf(objects, number) : undefined;
    // What refers to nothing is null (ISO 32000-1, 7.3.10).
    const value = given?.split('\nstream\n', 1)[0] ?? found?.value ?? 'null';
    bodies.set(number, given ?? (found?.stream === undefined ? value : `${value}\nstream\n${found.stream}\nendstream`));
    if (bodies.size > objectsMax) return undefined;
    for (const [, reference] of value.matchAll(/(\d+) \d+ R/g)) waiting.push(Number(reference));
  }
  return plainPdf(bodies, objects.root);
}
