import {fail, ok, type Result} from '../../lib/result.ts';
import type {ByteSource} from '../byte-source.ts';

/** A file as it was when it was opened: whoever changes it meanwhile is noticed, and nothing of it is believed. */
export interface SteadySource {
  readonly size: number;
  /** Exactly the bytes `from <= at < below`, or `intake.file_changed`. */
  read(from: number, below: number): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** `intake.file_changed` unless the file is still the one that was opened. */
  checkUnchanged(): Promise<Result<null>>;
}

export async function steadySource(source: ByteSource): Promise<Result<SteadySource>> {
  const size = source.size;
  const opened = await stampOf(source);
  if (!opened.ok) return opened;

  return ok({
    size,
    read: async (from, below) => {
      const bytes = await attempt(() => source.read(from, below));
      return bytes.ok && bytes.value.length !== below - from ? fail('intake.file_changed') : bytes;
    },
    checkUnchanged: async () => {
      const now = await stampOf(source);
      if (!now.ok) return now;
      return now.value === opened.value && source.size === size ? ok(null) : fail('intake.file_changed');
    },
  });
}

function stampOf(source: ByteSource): Promise<Result<string>> {
  return attempt(() => source.stamp());
}

/** A file that cannot be read any more was moved, deleted or is being written. */
async function attempt<T>(read: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await read());
  } catch {
    return fail('intake.file_changed');
  }
}
