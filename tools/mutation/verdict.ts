import type {Kind, Survivor} from './survivor.ts';

/** What of Stryker's report is read: https://github.com/stryker-mutator/mutation-testing-elements, schema 2. */
export interface Report {
  readonly files: Readonly<Record<string, {readonly source: string; readonly mutants: readonly Mutant[]}>>;
  readonly testFiles?: Readonly<Record<string, {readonly tests: readonly unknown[]}>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: {readonly start: Place; readonly end: Place};
}

/** Both counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A planted fault that no test has found. */
export interface Escaped {
  readonly file: string;
  readonly line: number;
  /** The line as it stands there. */
  readonly text: string;
  readonly mutator: string;
  readonly was: string;
  readonly is: string;
}

export interface FileScore {
  readonly file: string;
  readonly found: number;
  readonly of: number;
}

export interface Verdict {
  readonly scores: readonly FileScore[];
  readonly found: number;
  readonly of: number;
  /** Survivors that the ledger explains, by the kind of the reason. */
  readonly explained: ReadonlyMap<Kind, number>;
  readonly unexplained: readonly Escaped[];
  /** What the ledger explains and was found, or is not planted any more. */
  readonly stale: readonly string[];
  /** Test files that were to be asked, and of which none was run. */
  readonly silent: readonly string[];
}

const foundAs = ['Killed', 'Timeout'];
const escapedAs = ['Survived', 'NoCoverage'];

/** What came of a run, beside what is known of its survivors and who was to be asked. */
export function verdictOf(
  {files, testFiles = {}}: Report,
  {ledger, killers}: {readonly ledger: readonly Survivor[]; readonly killers: readonly string[]},
): Verdict {
  const all = Object.entries(files);
  const scores = all.map(([file, {mutants}]): FileScore => {
    const found = mutants.filter(({status}) => foundAs.includes(status)).length;
    return {file, found, of: found + mutants.filter(({status}) => escapedAs.includes(status)).length};
  });
  const escaped = all.flatMap(([file, {source, mutants}]) =>
    mutants.filter(({status}) => escapedAs.includes(status)).map((mutant) => escapedIn(file, source, mutant)),
  );
  const explained = new Map<Kind, number>();
  const unexplained: Escaped[] = [];
  for (const one of escaped) {
    const entry = ledger.find((survivor) => survivor.faults.some((fault) => isOf(survivor, fault, one)));
    if (!entry) unexplained.push(one);
    else explained.set(entry.kind, (explained.get(entry.kind) ?? 0) + 1);
  }
  const asked = new Set(all.map(([file]) => file));
  return {
    scores,
    found: sumOf(scores.map(({found}) => found)),
    of: sumOf(scores.map((score) => score.of)),
    explained,
    unexplained,
    stale: ledger.flatMap((survivor) =>
      survivor.faults
        .filter((fault) => asked.has(survivor.file) && !escaped.some((one) => isOf(survivor, fault, one)))
        .map(([was, is]) => `${survivor.file}: ${was}  =>  ${is}`),
    ),
    silent: killers.filter((file) => !testFiles[file]?.tests.length),
  };
}

function escapedIn(file: string, source: string, {mutatorName, replacement = '', location}: Mutant): Escaped {
  const {start, end} = location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const was = lines.map((line, at) =>
    line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : line.length),
  );
  return {
    file,
    line: start.line,
    text: (lines[0] ?? '').trim(),
    mutator: mutatorName,
    was: shortOf(was.join('\n')),
    is: shortOf(replacement),
  };
}

const shortMost = 160;

/** On one line and of one layout, as the ledger tells it. */
function shortOf(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, shortMost);
}

function isOf({file, line}: Survivor, [was, is]: Survivor['faults'][number], one: Escaped): boolean {
  return file === one.file && one.text.includes(line) && was === one.was && is === one.is;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
