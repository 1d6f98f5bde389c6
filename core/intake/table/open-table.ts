import {fail, ok, type Result} from '../../lib/result.ts';
import type {ByteSource} from '../byte-source.ts';
import {firstBeyondAscii, guessEncoding, type EncodingGuess} from './encoding.ts';
import {fileKind, textKind} from './file-kind.ts';
import {tableLimits} from './limits.ts';
import type {OpenedTable, TableWish} from './opened-table.ts';
import {separatorOf} from './separator.ts';
import {steadySource, type SteadySource} from './steady-source.ts';
import {isEncoding, textDecoder} from './text-decoder.ts';
import {textTable} from './text-table.ts';
import {markupTable, wholeFile, xlsTable} from './xls-table.ts';
import {xlsxTable} from './xlsx-table.ts';

/** As far as a text that begins in pure ASCII is searched for its first other character. */
const asciiSearchBytes = 64 * 2 ** 20;

/**
 * Recognises a table in a file by its content alone: separated text in any of the usual encodings, XLSX, XLS, and the
 * HTML and XML tables that are named XLS. Whatever it is not, and whatever is wrong with it, is a fault of `intake`.
 */
export async function openTable(source: ByteSource, wish: TableWish = {}): Promise<Result<OpenedTable>> {
  if (source.size === 0) return fail('intake.file_empty');
  if (source.size > tableLimits.textBytesMax) {
    return fail('intake.file_too_large', {limitMb: tableLimits.textBytesMax / 2 ** 20});
  }
  if (wish.encoding !== undefined && !isEncoding(wish.encoding.toLowerCase())) {
    return fail('intake.encoding_unknown', {encoding: wish.encoding});
  }
  const steady = await steadySource(source);
  if (!steady.ok) return steady;
  const sample = await steady.value.read(0, Math.min(source.size, tableLimits.sampleBytes));
  if (!sample.ok) return sample;

  const kind = fileKind(sample.value);
  if (kind === 'zip') return xlsxTable(steady.value, wish);
  if (kind === 'compound') return xlsTable(steady.value, wish);
  if (kind === 'binary') return fail('intake.not_text');
  if (typeof kind === 'object') return fail('intake.not_a_table', {kind: kind.other});
  return openText(steady.value, sample.value, wish);
}

async function openText(
  source: SteadySource,
  sample: Uint8Array<ArrayBuffer>,
  wish: TableWish,
): Promise<Result<OpenedTable>> {
  const guess = await encodingOf(source, sample, wish.encoding);
  if (!guess.ok) return guess;
  const {encoding, confidence, bomLength} = guess.value;
  const beginning = textDecoder(encoding).decode(sample.subarray(bomLength), sample.length === source.size);
  if (beginning.trim() === '' && sample.length === source.size) return fail('intake.file_empty');

  const kind = textKind(beginning);
  if (kind === 'binary') return fail('intake.not_text');
  if (kind === 'html' || kind === 'spreadsheet-xml') return openMarkup(source, guess.value, wish, kind);
  if (typeof kind === 'object') return fail('intake.not_a_table', {kind: kind.other});
  const isWished = wish.separator?.length === 1 && !/["\r\n]/.test(wish.separator);
  const separator = isWished && wish.separator ? wish.separator : separatorOf(beginning);
  return ok(textTable(source, {encoding, encodingConfidence: confidence, bomLength, separator}));
}

async function openMarkup(
  source: SteadySource,
  {encoding, bomLength}: EncodingGuess,
  wish: TableWish,
  kind: 'html' | 'spreadsheet-xml',
): Promise<Result<OpenedTable>> {
  const bytes = await wholeFile(source);
  if (!bytes.ok) return bytes;
  const text = textDecoder(encoding).decode(bytes.value.subarray(bomLength));
  if (kind === 'html' && !/<table\b/i.test(text)) return fail('intake.not_a_table', {kind: 'HTML'});
  return markupTable(source, wish, text);
}

/** A text may be ASCII for megabytes before its first foreign name: the sample is taken where that stands. */
async function encodingOf(
  source: SteadySource,
  sample: Uint8Array<ArrayBuffer>,
  wished: string | undefined,
): Promise<Result<EncodingGuess>> {
  const guess = guessEncoding(sample);
  if (wished !== undefined) {
    const encoding = wished.toLowerCase();
    return ok({encoding, confidence: 1, bomLength: guess.encoding === encoding ? guess.bomLength : 0});
  }
  if (firstBeyondAscii(sample) >= 0 || guess.encoding !== 'utf-8') return ok(guess);

  const end = Math.min(source.size, asciiSearchBytes);
  for (let from = sample.length; from < end; from += tableLimits.pieceBytes) {
    const piece = await source.read(from, Math.min(end, from + tableLimits.pieceBytes));
    if (!piece.ok) return piece;
    const at = firstBeyondAscii(piece.value);
    if (at < 0) continue;
    const around = await source.read(from + at, Math.min(source.size, from + at + tableLimits.sampleBytes));
    return around.ok ? ok({...guessEncoding(around.value), bomLength: 0}) : around;
  }
  return ok(guess);
}
