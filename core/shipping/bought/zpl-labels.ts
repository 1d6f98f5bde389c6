import {type Result, fail, ok} from '../../lib/result.ts';
import {labelsMax} from './limits.ts';
import {type ZplCommand, senseOf, zplCommands} from './zpl-commands.ts';

/** One label of a ZPL file, as it may go to a printer: one job of one label, whatever the file says. */
export interface ZplLabel {
  /** Its commands, one byte a letter. */
  readonly text: string;
  readonly commands: readonly ZplCommand[];
}

/** What earlier jobs may have left behind in a printer. */
const beginning = '^XA^LH0,0^LT0^LS0^PON^FWN';
const ending = '^PQ1^XZ\n';
const puts: ReadonlySet<string> = new Set(['FD', 'FV', 'GB', 'GC', 'GD', 'GE', 'GF', 'GS', 'SN']);

/**
 * The labels of a file in a printer's own language, each as a job of its own of what draws alone; formats that draw nothing are how the
 * file sets a printer, and are left out. Faults: `shipping.bought_zpl_refused` where a label needs what we send to no printer,
 * `shipping.bought_no_labels`, `shipping.bought_too_many_labels`.
 */
export function zplLabelsOf(text: string): Result<readonly ZplLabel[]> {
  const labels: ZplLabel[] = [];
  let commands: ZplCommand[] | undefined;
  for (const command of zplCommands(text)) {
    const {sign, name} = command;
    if (sign === '^' && name === 'XA') commands ??= [];
    else if (sign === '^' && name === 'XZ') {
      if (commands?.some((each) => puts.has(each.name))) labels.push(labelOf(commands));
      commands = undefined;
      if (labels.length > labelsMax) return fail('shipping.bought_too_many_labels', {labelsMax});
    } else {
      const sense = senseOf(command);
      if (sense === 'refused') return fail('shipping.bought_zpl_refused', {command: `${sign}${name}`.slice(0, 4)});
      if (sense === 'drawing') commands?.push(command);
    }
  }
  return labels.length > 0 ? ok(labels) : fail('shipping.bought_no_labels');
}

function labelOf(commands: readonly ZplCommand[]): ZplLabel {
  const said = commands.map(({sign, name, rest}) => `${sign}${name}${rest}`).join('');
  return {text: `${beginning}${said}${ending}`, commands};
}

/** Whether a file is in a printer's own language: it begins a format somewhere near its beginning. */
export function isZpl(head: string): boolean {
  return /\^XA/i.test(head);
}
