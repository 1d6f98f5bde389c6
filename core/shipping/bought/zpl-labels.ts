import {type Result, fail, ok} from '../../lib/result.ts';
import {labelsMax} from './limits.ts';
import {type ZplCommand, senseOf, zplCommands} from './zpl-commands.ts';

/** One label of a ZPL file, as it may go to a printer: one job of one label, whatever the file says. */
export interface ZplLabel {
  /** Its commands, one byte a letter, with what the file said about its dots. */
  readonly text: string;
  readonly commands: readonly ZplCommand[];
  readonly told: ToldDots;
}

/** What a file says about the dots of its labels. */
export interface ToldDots {
  /** How wide and how high a label is (`^PW`, `^LL`). */
  readonly widthDots?: number;
  readonly heightDots?: number;
  /** Dots an inch that its numbers count, where it has the printer convert them (`^MUD,150,300`). */
  readonly dpi?: number;
  /** Each dot is two of the printer's, both ways (`^JMB`). */
  readonly isDoubled?: true;
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
  // A printer keeps it from label to label.
  let told: ToldDots = {};
  for (const command of zplCommands(text)) {
    const {sign, name} = command;
    if (sign === '^' && name === 'XA') commands ??= [];
    else if (sign === '^' && name === 'XZ') {
      if (commands?.some((each) => puts.has(each.name))) labels.push(labelOf(commands, told));
      commands = undefined;
      if (labels.length > labelsMax) return fail('shipping.bought_too_many_labels', {labelsMax});
    } else {
      const sense = senseOf(command);
      if (sense === 'refused') return fail('shipping.bought_zpl_refused', {command: `${sign}${name}`.slice(0, 4)});
      if (sense === 'drawing') commands?.push(command);
      else if (sign === '^') told = toldBy(command, told);
    }
  }
  return labels.length > 0 ? ok(labels) : fail('shipping.bought_no_labels');
}

function toldBy({name, rest}: ZplCommand, told: ToldDots): ToldDots {
  const count = Number.parseInt(rest, 10);
  if (name === 'PW' && count > 0) return {...told, widthDots: count};
  if (name === 'LL' && count > 0) return {...told, heightDots: count};
  if (name === 'JM') {
    const {isDoubled: _, ...others} = told;
    return /^\s*B/i.test(rest) ? {...others, isDoubled: true} : others;
  }
  if (name !== 'MU') return told;
  const {dpi: _, ...others} = told;
  const dpi = Number(/^\s*D\s*,\s*(\d{3})/i.exec(rest)?.[1]);
  return dpi > 0 ? {...others, dpi} : others;
}

function labelOf(commands: readonly ZplCommand[], told: ToldDots): ZplLabel {
  const {widthDots, heightDots, dpi, isDoubled} = told;
  const dots = `${widthDots ? `^PW${widthDots}` : ''}${heightDots ? `^LL${heightDots}` : ''}${dpi ? `^MUD,${dpi}` : ''}${isDoubled ? '^JMB' : ''}`;
  return {text: jobOf(commands, dots), commands, told};
}

/** A job of one label, which begins as if the printer had printed nothing before. */
export function jobOf(commands: readonly ZplCommand[], first: string): string {
  const said = commands.map(({sign, name, rest}) => `${sign}${name}${rest}`).join('');
  return `${beginning}${first}${said}${ending}`;
}

/** Whether a file is in a printer's own language: it begins a format somewhere near its beginning. */
export function isZpl(head: string): boolean {
  return /\^XA/i.test(head);
}
