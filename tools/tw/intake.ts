import {access, constants, stat} from 'node:fs/promises';
import path from 'node:path';
import type {Fault} from '#core/faults.ts';
import {readFile} from '#core/intake/read-file.ts';
import type {FileReading} from '#core/intake/reading.ts';
import type {Result} from '#core/lib/result.ts';
import {must} from '#core/lib/assert.ts';
import type {Answer} from './answer.ts';
import {openedFile} from './opened-file.ts';

/** Reads each file and tells what it is and what is in it. 1 when one of them cannot be read at all. */
export async function intake(names: readonly string[], folder: string): Promise<Answer> {
  if (names.length === 0) return {code: 2, complaint: 'Name at least one file: npm run -s tw -- intake FILE...'};

  const files: object[] = [];
  let refused = 0;
  for (const name of names) {
    const reading = await readingOf(path.resolve(folder, name));
    if (!reading.ok) refused += 1;
    files.push(reading.ok ? told(reading.value) : toldRefused(path.basename(name), reading.fault));
  }
  return {code: refused === 0 ? 0 : 1, object: {files}};
}

async function readingOf(place: string): Promise<Result<FileReading>> {
  if (!(await isReadableFile(place))) {
    return {ok: false, fault: {code: 'intake.file_not_found', values: {}}};
  }
  const file = await openedFile(place);
  try {
    const reading = await readFile(file.source, {mappings: []});
    return must(reading === 'cancelled' ? undefined : reading, 'nobody here cancels');
  } finally {
    await file.close();
  }
}

async function isReadableFile(place: string): Promise<boolean> {
  try {
    await access(place, constants.R_OK);
    return (await stat(place)).isFile();
  } catch {
    return false;
  }
}

function told({name, format, confidence, table, rows, used, rejected, orders, lines, totals}: FileReading) {
  return {
    name,
    format,
    confidence,
    encoding: table.encoding,
    rows,
    used,
    rejected: rejected.map(({row, fault: {code, values}}) => ({row, fault: code, ...values})),
    orders: orders.length,
    lines,
    totals,
  };
}

function toldRefused(name: string, {code, values}: Fault) {
  return {name, fault: code, ...values, rows: 0, used: 0, rejected: [], orders: 0, lines: 0, totals: {}};
}
