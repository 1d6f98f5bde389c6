import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {inRoot} from './places.mjs';

/** How long a failed download is not tried again, so that a machine without a way out starts fast. */
const rememberedMs = 24 * 60 * 60 * 1000;

/**
 * Does something that may fail for want of a network, unless it failed within the last day. False when it failed,
 * now or then.
 * @param {string} name names the file in which a failure is remembered
 * @param {() => Promise<boolean>} attempt true when it worked
 * @param {object} [options]
 * @param {boolean} [options.again] tries in any case
 * @param {string} [options.folder]
 * @param {number} [options.nowMs]
 */
export async function withSetback(
  name,
  attempt,
  {again = false, folder = inRoot('.profile'), nowMs = Date.now()} = {},
) {
  const file = path.join(folder, `${name}-unreachable`);
  if (!again && failedRecently(file, nowMs)) return false;
  rmSync(file, {force: true});
  if (await attempt()) return true;
  mkdirSync(folder, {recursive: true});
  writeFileSync(file, String(nowMs));
  return false;
}

/**
 * @param {string} file
 * @param {number} nowMs
 */
function failedRecently(file, nowMs) {
  try {
    const ageMs = nowMs - Number(readFileSync(file, 'utf8'));
    return ageMs >= 0 && ageMs < rememberedMs;
  } catch {
    return false;
  }
}
