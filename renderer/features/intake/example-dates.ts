import type {SourceRow} from '#core/intake/draft.ts';

export interface ExampleDate {
  /** As it stands in the file. */
  readonly text: string;
  /** The same day read both ways, as an instant at midnight UTC. */
  readonly dmy: number;
  readonly mdy: number;
}

const form = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/;

/** Dates of the file that are two days of the year at once, different ones, two at most. */
export function exampleDates(sample: readonly SourceRow[]): readonly ExampleDate[] {
  const found = new Map<string, ExampleDate>();
  for (const {cells} of sample) {
    for (const cell of cells) {
      const example = exampleOf(cell.trim());
      if (example) found.set(example.text, example);
      if (found.size === 2) return [...found.values()];
    }
  }
  return [...found.values()];
}

function exampleOf(cell: string): ExampleDate | undefined {
  const [text, first, second, written] = form.exec(cell) ?? [];
  if (text === undefined || first === second) return undefined;
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || b > 12 || a < 1 || b < 1) return undefined;
  const year = Number(written) + (Number(written) < 100 ? 2000 : 0);
  return {text, dmy: Date.UTC(year, b - 1, a), mdy: Date.UTC(year, a - 1, b)};
}
