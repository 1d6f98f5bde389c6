import {guessEncoding} from './encoding.ts';

/** What a file is by its first bytes; of texts, only those that are no table of separated cells are named. */
export type FileKind = 'text' | 'zip' | 'compound' | 'binary' | 'html' | 'spreadsheet-xml' | {readonly other: string};

const signatures: readonly (readonly [kind: FileKind, bytes: string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['compound', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  [{other: 'PDF'}, '%PDF'],
  [{other: 'PNG'}, '\x89PNG'],
  [{other: 'JPEG'}, '\xff\xd8\xff'],
  [{other: 'GIF'}, 'GIF8'],
  [{other: 'TIFF'}, 'II*\0'],
  [{other: 'TIFF'}, 'MM\0*'],
  [{other: 'WebP'}, 'RIFF'],
  [{other: 'gzip'}, '\x1f\x8b\x08'],
  [{other: '7-Zip'}, "7z\xbc\xaf'\x1c"],
  [{other: 'RAR'}, 'Rar!\x1a\x07'],
  [{other: 'bzip2'}, 'BZh'],
  [{other: 'XZ'}, '\xfd7zXZ\0'],
  [{other: 'Zstandard'}, '\x28\xb5\x2f\xfd'],
  [{other: 'EXE'}, 'MZ\x90\0'],
  [{other: 'ELF'}, '\x7fELF'],
  [{other: 'Mach-O'}, '\xcf\xfa\xed\xfe'],
  [{other: 'SQLite'}, 'SQLite format 3\0'],
  [{other: 'Parquet'}, 'PAR1'],
  [{other: 'RTF'}, '{\\rtf'],
];

const marks = /^[\s\uFEFF]+/;

export function fileKind(sample: Uint8Array): FileKind {
  const found = signatures.find(([, bytes]) => startsWith(sample, bytes));
  if (found) return found[0];
  return isBinary(sample) ? 'binary' : 'text';
}

/** Of a decoded beginning: markup and JSON are texts, but none of separated cells. */
export function textKind(beginning: string): FileKind {
  if (isGibberish(beginning)) return 'binary';
  const start = beginning.slice(0, 4096).replace(marks, '').toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<table|<meta|<style|<div)\b/.test(start)) return 'html';
  if (start.startsWith('<?xml') || /^<[a-z][\w:.-]*(\s[^<>]*)?>/.test(start)) {
    if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'spreadsheet-xml';
    return start.includes('<html') ? 'html' : {other: 'XML'};
  }
  if (/^(\{\s*"|\[\s*[[{]|\[\s*"[^"]*"\s*[,\]]|\{\s*\})/.test(start)) return {other: 'JSON'};
  return 'text';
}

function startsWith(sample: Uint8Array, bytes: string): boolean {
  return [...bytes].every((byte, at) => sample[at] === byte.charCodeAt(0));
}

/** Bytes that were no text have become control characters and U+FFFD. */
function isGibberish(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd\uffff]/g)?.length ?? 0;
  return strange > 3 && strange * 50 > text.length;
}

/** Texts have tabs and newlines, and of the other control characters at most a stray one. UTF-16 is half zeros. */
function isBinary(sample: Uint8Array): boolean {
  if (guessEncoding(sample).encoding.startsWith('utf-16')) return false;
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte < 32 && (byte < 9 || byte > 13)) controls += 1;
  }
  return controls > 3 && controls * 50 > sample.length;
}
