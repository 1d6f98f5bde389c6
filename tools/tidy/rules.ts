import type {Rule} from './source-file.ts';
import {clockAndDice} from './rules/clock-and-dice.ts';
import {colours} from './rules/colours.ts';
import {faultWords} from './rules/fault-words.ts';
import {featureOrder} from './rules/feature-order.ts';
import {fileLength} from './rules/file-length.ts';
import {folderCycles} from './rules/folder-cycles.ts';
import {importSpelling} from './rules/import-spelling.ts';
import {islands} from './rules/islands.ts';
import {layers} from './rules/layers.ts';
import {literalWords} from './rules/literal-words.ts';
import {localeKeys} from './rules/locale-keys.ts';
import {mutatorsAwaitTx, noCatchInCore} from './rules/mutators.ts';
import {declarations, fileNames} from './rules/names.ts';
import {privateWords} from './rules/private-words.ts';
import {skippedTests} from './rules/skipped-tests.ts';

/** The rules of the house that neither the compiler nor the linter can hold. */
export const rules: readonly Rule[] = [
  layers,
  featureOrder,
  folderCycles,
  islands,
  importSpelling,
  clockAndDice,
  mutatorsAwaitTx,
  noCatchInCore,
  fileNames,
  declarations,
  fileLength,
  literalWords,
  faultWords,
  localeKeys,
  privateWords,
  skippedTests,
  colours,
];
