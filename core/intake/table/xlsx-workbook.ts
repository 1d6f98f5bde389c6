import {fail, ok, type Result} from '../../lib/result.ts';
import {isBuiltInDate, isDateFormat, type DateSystem} from './cell-text.ts';
import {tableLimits} from './limits.ts';
import {textDecoder} from './text-decoder.ts';
import {attribute, xmlScanner, type XmlHandler} from './xml-scanner.ts';
import type {ZipArchive, ZipEntry} from './zip-archive.ts';

export interface SheetPart {
  readonly name: string;
  readonly isVisible: boolean;
  readonly entry: ZipEntry;
}

/** How cells of one style show their numbers. */
export interface CellStyle {
  readonly isDate: boolean;
  readonly format: string;
}

/** What has to be known of a workbook before one of its sheets can be read. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly dateSystem: DateSystem;
  readonly styles: readonly CellStyle[];
  readonly sharedTexts: readonly string[];
}

const damaged = fail('intake.spreadsheet_damaged');

export async function readWorkbook(archive: ZipArchive, path: string): Promise<Result<Workbook>> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await readRelations(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  if (!relations.ok) return relations;
  const listed: {name: string; isVisible: boolean; relation: string}[] = [];
  let dateSystem: DateSystem = 1900;
  const workbook = await readPart(archive, archive.entries.get(path), {
    open: (name, tag) => {
      if (name === 'workbookPr' && /^(1|true|on)$/.test(attribute(tag, 'date1904') ?? '')) dateSystem = 1904;
      if (name !== 'sheet') return;
      const isVisible = (attribute(tag, 'state') ?? 'visible') === 'visible';
      listed.push({name: attribute(tag, 'name') ?? '', isVisible, relation: idOf(tag)});
    },
  });
  if (!workbook.ok) return workbook;

  const sheets = listed.flatMap(({name, isVisible, relation}) => {
    const target = relations.value.find(({id}) => id === relation);
    const entry = target?.type.endsWith('/worksheet') ? archive.entries.get(target.path) : undefined;
    return entry ? [{name, isVisible, entry}] : [];
  });
  if (sheets.length === 0) return damaged;
  const partOf = (type: string): ZipEntry | undefined =>
    archive.entries.get(relations.value.find((each) => each.type.endsWith(type))?.path ?? '');
  const styles = await readStyles(archive, partOf('/styles'));
  if (!styles.ok) return styles;
  const sharedTexts = await readSharedTexts(archive, partOf('/sharedStrings'));
  return sharedTexts.ok ? ok({sheets, dateSystem, styles: styles.value, sharedTexts: sharedTexts.value}) : sharedTexts;
}

/** Texts of a shared or inline string: its runs joined, without the reading aid of Japanese ones. */
export function textCollector(): XmlHandler & {take(): string} {
  let [text, isText, aids] = ['', false, 0];
  return {
    open: (name) => {
      if (name === 'rPh') aids++;
      if (name === 't') isText = true;
    },
    text: (piece) => {
      if (isText && aids === 0) text += piece;
    },
    close: (name) => {
      if (name === 'rPh') aids--;
      if (name === 't') isText = false;
    },
    take: () => {
      const taken = text;
      text = '';
      return plainText(taken);
    },
  };
}

/** `_x000D_` is how a workbook writes a character that XML cannot. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

async function readRelations(archive: ZipArchive, path: string, folder: string): Promise<Result<Relation[]>> {
  const relations: Relation[] = [];
  const read = await readPart(archive, archive.entries.get(path), {
    open: (name, tag) => {
      if (name !== 'Relationship') return;
      const target = attribute(tag, 'Target') ?? '';
      relations.push({
        id: attribute(tag, 'Id') ?? '',
        type: attribute(tag, 'Type') ?? '',
        path: target.startsWith('/') ? target.slice(1) : resolved(folder + target),
      });
    },
  });
  return read.ok ? ok(relations) : read;
}

function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A sheet has an own number, `sheetId`, and the name of its relation, `r:id`: the prefix is free. */
function idOf(tag: string): string {
  return /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
}

async function readStyles(archive: ZipArchive, entry: ZipEntry | undefined): Promise<Result<CellStyle[]>> {
  if (!entry) return ok([]);
  const formats = new Map<number, string>();
  const styles: CellStyle[] = [];
  let isCellStyle = false;
  const read = await readPart(archive, entry, {
    open: (name, tag) => {
      if (name === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      if (name === 'cellXfs') isCellStyle = true;
      if (name !== 'xf' || !isCellStyle) return;
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      const format = formats.get(id);
      styles.push({isDate: format === undefined ? isBuiltInDate(id) : isDateFormat(format), format: format ?? ''});
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return read.ok ? ok(styles) : read;
}

async function readSharedTexts(archive: ZipArchive, entry: ZipEntry | undefined): Promise<Result<string[]>> {
  if (!entry) return ok([]);
  const texts: string[] = [];
  const collector = textCollector();
  const read = await readPart(archive, entry, {
    ...collector,
    close: (name) => {
      collector.close(name);
      if (name === 'si') texts.push(collector.take());
    },
  });
  return read.ok ? ok(texts) : read;
}

async function readPart(
  archive: ZipArchive,
  entry: ZipEntry | undefined,
  handler: Partial<XmlHandler>,
): Promise<Result<null>> {
  if (!entry) return damaged;
  if (entry.isEncrypted) return fail('intake.password_protected');
  const nothing = (): void => undefined;
  const scanner = xmlScanner({open: nothing, text: nothing, close: nothing, ...handler});
  const decoder = textDecoder('utf-8');
  let bytes = 0;
  const unpacking = archive.unpack(entry, (piece) => {
    bytes += piece.length;
    scanner.push(decoder.decode(piece, false));
    return bytes <= tableLimits.xlsxPartMax;
  });
  for (;;) {
    const step = await unpacking.next();
    if (!step.done) continue;
    if (!step.value.ok) return step.value;
    if (bytes > tableLimits.xlsxPartMax) return fail('intake.archive_too_large');
    return scanner.isComplete() ? ok(null) : damaged;
  }
}
