import {benchCommands} from '#core/shipping/packing-bench/commands.ts';
import {weightReasons} from '#core/shipping/packing/schema.ts';
import type {BenchDesk} from './bench-desk.ts';
import {useBench} from './bench-view.ts';
import type {Action} from '../../app/keys/actions.ts';
import {useKeys} from '../../app/keys/use-keys.ts';

/** The same as the barcodes of the card, for a hand on the keyboard. */
export const commandKeys = {
  abort: 'Escape',
  partial: 'p',
  next: 'n',
  reprint: 'r',
  void: 'v',
  hold: 'h',
  problem: 'x',
  undo: 'u',
  accept: 'w',
  together: 'a',
} as const;

interface Asking {
  readonly code: () => void;
  readonly badge: () => void;
  readonly cutOff: () => void;
  readonly numbers: () => void;
  readonly card: () => void;
}

const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export function useBenchKeys(desk: BenchDesk, asking: Asking): void {
  const section = 'app:section.page';
  const commands = benchCommands.map((command): Action => {
    const scan = {tells: 'command', command} as const;
    return {
      id: `bench.${command}`,
      word: `bench:command.${command}`,
      section,
      keys: commandKeys[command],
      run: () => desk.hear({what: 'scan', scan}),
    };
  });
  const pieces = rows.map((row): Action => ({
    id: `bench.row${row}`,
    word: 'bench:act.piece',
    section,
    keys: String(row),
    inPalette: false,
    when: () => useBench.getState().bench.stage.at === 'packing',
    run: () => desk.hear({what: 'piece', row: row - 1}),
  }));
  const lessons = rows.map((row): Action => ({
    id: `bench.teach${row}`,
    word: 'bench:act.teach',
    section,
    keys: `t ${row}`,
    inPalette: false,
    when: () => useBench.getState().bench.stranger !== undefined,
    run: () => desk.hear({what: 'teach', row: row - 1}),
  }));
  const reasons = weightReasons.map((reason, at): Action => ({
    id: `bench.weight.${reason}`,
    word: `bench:weight.reason.${reason}`,
    section,
    keys: String(at + 1),
    inPalette: false,
    when: () => useBench.getState().bench.stage.at === 'weighing',
    run: () => desk.hear({what: 'accept', reason}),
  }));
  useKeys('page', [
    ...commands,
    ...reasons,
    ...pieces,
    ...lessons,
    {id: 'bench.code', word: 'bench:act.code', section, keys: '/', run: asking.code},
    {id: 'bench.badge', word: 'bench:act.badge', section, keys: 'b', run: asking.badge},
    {id: 'bench.cutOff', word: 'bench:act.cutOff', section, keys: 'c', run: asking.cutOff},
    {id: 'bench.numbers', word: 'bench:act.numbers', section, keys: 'm', run: asking.numbers},
    {id: 'bench.card', word: 'bench:act.card', section, keys: 'k', run: asking.card},
  ]);
}
