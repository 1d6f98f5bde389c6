import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {newSetupCode} from '../shops/secrets.ts';

export interface SetupCode {
  readonly code: string;
  readonly file: string;
  readonly isNew: boolean;
}

/** The code by which a person shows that a master is theirs, made at its first start and kept for them alone. */
export function setupCodeIn(folder: string): SetupCode {
  mkdirSync(folder, {recursive: true, mode: 0o700});
  const file = path.join(folder, 'setup-code');
  const isNew = !existsSync(file);
  if (isNew) writeFileSync(file, `${newSetupCode()}\n`, {mode: 0o600});
  else chmodSync(file, 0o600);
  return {code: readFileSync(file, 'utf8').trim(), file, isNew};
}
