/** One command of a printer's language, as it stands in the file: its sign, its name, and what follows up to the next. */
export interface ZplCommand {
  readonly sign: '^' | '~';
  readonly name: string;
  readonly rest: string;
}

/**
 * The commands of a file, one byte a letter. Fonts have names of one letter behind `^A`. A sign is a command wherever it stands, as a
 * printer takes it: `~JA` in the name of a buyer is one too.
 */
export function* zplCommands(text: string): Generator<ZplCommand> {
  const signs = /[\^~]/g;
  let at = nextSign(text, signs, 0);
  while (at >= 0) {
    const next = nextSign(text, signs, at + 1);
    const command = text.slice(at + 1, next < 0 ? text.length : next);
    const length = /^A[^@]/i.test(command) ? 1 : 2;
    yield {
      sign: text.charAt(at) === '~' ? '~' : '^',
      name: command.slice(0, length).toUpperCase(),
      rest: command.slice(length),
    };
    at = next;
  }
}

function nextSign(text: string, signs: RegExp, from: number): number {
  signs.lastIndex = from;
  return signs.exec(text)?.index ?? -1;
}

/** What puts ink on a label, and what says how: the only commands that reach a printer of ours. */
const drawing: ReadonlySet<string> = new Set(
  'A A@ B0 B1 B2 B3 B4 B5 B7 B8 B9 BA BB BC BD BE BF BI BJ BK BL BM BO BP BQ BR BS BT BU BX BY BZ CF CI FB FD FH FM FO FP FR FS FT FV FW GB GC GD GE GF GS LH LR LS PA SN TB'.split(
    ' ',
  ),
);

/** How a printer is set, what happens to its paper, what it says: that is ours to say. A label is the same without them. */
const settings: ReadonlySet<string> = new Set(
  'CM CN CP CV CW FX HG HH HR HT HV HW HZ JB JH JI JJ JM JS JT JU JW KD KL KN KP LF LL LT MA MC MD MF MI ML MM MN MP MT MU MW NB NC ND NI NN NP NR NS NT NW PF PH PM PO PP PQ PR PW SC SE SI SL SO SP SQ SR SS ST SX SZ TO WD WA WE WF WI WL WP WR WS WV WX XA XB XS ZZ'.split(
    ' ',
  ),
);

/** `unknown`: a part of the label lies in the printer's memory, is carried as bytes, or would be written over signs that are not ours. */
export type ZplSense = 'drawing' | 'setting' | 'refused';

export function senseOf({sign, name, rest}: ZplCommand): ZplSense {
  // Graphics as raw bytes hold signs that are none.
  if (name === 'GF' && !/^\s*A/i.test(rest)) return 'refused';
  // Other signs from here on: what stands in the file would be read in another way than we do.
  if (['CC', 'CT', 'CD'].includes(name)) return 'refused';
  if (sign === '~') return 'setting';
  // Inches or millimetres in the place of dots.
  if (name === 'MU' && /^\s*[IM]/i.test(rest)) return 'refused';
  if (drawing.has(name)) return 'drawing';
  return settings.has(name) ? 'setting' : 'refused';
}
