/** A text where it stands, in whatever unit its page is measured. */
export interface TextPiece {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pieces of one line overlap by half their height; a gap as wide as this part of it is a blank. */
const blankGap = 0.15;

/** The lines of a label, each put together from its pieces: programs cut texts wherever they like. */
export function linesOf(pieces: readonly TextPiece[]): readonly string[] {
  const rows: TextPiece[][] = [];
  for (const piece of pieces.filter(({text}) => text.trim() !== '').toSorted((a, b) => a.top - b.top)) {
    const row = rows.find(([first]) => first && isBeside(first, piece));
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => joined(row.toSorted((a, b) => a.left - b.left)));
}

function isBeside(one: TextPiece, other: TextPiece): boolean {
  const shared = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return shared > Math.min(one.height, other.height) / 2;
}

function joined(row: readonly TextPiece[]): string {
  let [line, end] = ['', Number.NEGATIVE_INFINITY];
  for (const {text, left, width, height} of row) {
    line += left - end > height * blankGap && line !== '' ? ` ${text}` : text;
    end = left + width;
  }
  return line.replaceAll(/\s+/g, ' ').trim();
}
