import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Grey} from './scan.ts';

const most = {maxBuffer: 1024 * 1024 * 1024, encoding: 'buffer'} as const;

/** Whether Debian's poppler-utils and qpdf are here. */
export function hasPoppler(): boolean {
  return ['pdftotext', 'pdftoppm', 'qpdf'].every((program) => !spawnSync(program, ['--version']).error);
}

/** The text of each page, line by line. */
export function pdfTexts(pdf: Uint8Array): readonly (readonly string[])[] {
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', '-layout', '-', '-'], {...most, input: pdf}).toString(
    'utf8',
  );
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.split('\n').map((line) => line.trim()));
}

/** A page of a PDF as a printer of so many dots an inch would print it; the first is 1. */
export function pdfPicture(pdf: Uint8Array, page: number, dpi: number): Grey {
  const picture = execFileSync('pdftoppm', ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page), '-'], {
    ...most,
    input: pdf,
  });
  const [header = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 60)) ?? [];
  return {width: Number(width), height: Number(height), grey: picture.subarray(header.length)};
}

/** What qpdf has to say against a file; nothing when it is sound. */
export function pdfComplaints(pdf: Uint8Array): string {
  // It does not read from a pipe.
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'checked.pdf');
    writeFileSync(file, pdf);
    const {stdout, stderr} = spawnSync('qpdf', ['--check', file], {encoding: 'utf8'});
    return stdout.includes('No syntax or stream encoding errors found') && stderr === '' ? '' : stdout + stderr;
  } finally {
    rmSync(folder, {recursive: true});
  }
}
