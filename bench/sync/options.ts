import {parseArgs} from 'node:util';

export const parts = ['first', 'push', 'rebase', 'change', 'bundle'] as const;
export type Part = (typeof parts)[number];

export interface Options {
  readonly parts: readonly Part[];
  readonly rounds: number;
  /** Sizes of the shops that are brought for the first time. */
  readonly orders: readonly number[];
  /** Who takes turns with ours, where not all do. */
  readonly beside?: readonly string[];
  /** A run that is broken on purpose and must say so. */
  readonly control: boolean;
}

const ordersMost = 200_000;
const roundsMost = 50;

export const usage = `npm run bench -- sync [options]
  --only PART    one of ${parts.join(', ')}; several with commas between them (all)
  --rounds N     rounds in which ours and the peers take turns (3)
  --orders N     orders of the shop that is brought for the first time; several with commas between them (20000,100000)
  --beside NAME  only these beside ours, with commas between them: floor, dexie, replicache, rxdb, pouchdb
  --control      plants a busy page and a page of orders that is gone; the run must report both`;

/** Reads what follows `npm run bench -- sync`; a sentence where it cannot. */
export function optionsOf(args: readonly string[]): Options | string {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {
        only: {type: 'string', default: parts.join(',')},
        rounds: {type: 'string', default: '3'},
        orders: {type: 'string', default: '20000,100000'},
        beside: {type: 'string'},
        control: {type: 'boolean', default: false},
      },
    });
    const chosen = values.only.split(',').filter((name): name is Part => (parts as readonly string[]).includes(name));
    if (chosen.length !== values.only.split(',').length) return `--only names no part of this.\n\n${usage}`;
    const rounds = Number(values.rounds);
    if (!isWithin(rounds, roundsMost)) return `--rounds needs 1 to ${String(roundsMost)}.\n\n${usage}`;
    const orders = values.orders.split(',').map(Number);
    if (!orders.every((count) => isWithin(count, ordersMost))) return `--orders needs up to 200,000.\n\n${usage}`;
    const beside = values.beside?.split(',');
    return {parts: chosen, rounds, orders, control: values.control, ...(beside && {beside})};
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

function isWithin(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most;
}
