import {parseArgs} from 'node:util';

export interface Options {
  readonly rows: number;
  readonly rounds: number;
  /** A run that is broken on purpose and must say so. */
  readonly control: boolean;
}

const rowsMax = 200_000;
const roundsMax = 50;

export const usage = `npm run bench -- grid [options]
  --rows N     orders in the shop (${rowsMax})
  --rounds N   rounds in which ours and the peers take turns (3)
  --control    plants two faults: a busy page while scrolling, and a row that is not counted; the run must report both`;

/** Reads what follows `npm run bench -- grid`; a sentence where it cannot. */
export function optionsOf(args: readonly string[]): Options | string {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {
        rows: {type: 'string', default: String(rowsMax)},
        rounds: {type: 'string', default: '3'},
        control: {type: 'boolean', default: false},
      },
    });
    const [rows, rounds] = [Number(values.rows), Number(values.rounds)];
    if (!isWithin(rows, {least: 1_000, most: rowsMax})) return `--rows needs 1,000 to 200,000.\n\n${usage}`;
    if (!isWithin(rounds, {least: 1, most: roundsMax})) return `--rounds needs 1 to ${roundsMax}.\n\n${usage}`;
    return {rows, rounds, control: values.control};
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

function isWithin(value: number, {least, most}: {readonly least: number; readonly most: number}): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
