import {findingAt, isTestCode, type Finding, type Rule, type SourceFile} from '../source-file.ts';
import {tokensOf, type Token} from '../tokens.ts';

const forbidden: readonly {readonly spelling: readonly string[]; readonly says: string}[] = [
  {spelling: ['Date', '.', 'now'], says: 'Core reads no clock: take tx.at or an argument called now.'},
  {spelling: ['new', 'Date'], says: 'Core reads no clock and knows Instant and LocalDate, not Date.'},
  {spelling: ['performance', '.'], says: 'Core reads no clock, not even to measure itself.'},
  {spelling: ['Math', '.', 'random'], says: 'Core throws no dice: chance is made at the edge and passed in.'},
  {spelling: ['crypto', '.'], says: 'Core throws no dice: ids and keys are made at the edge and passed in.'},
  {spelling: ['setTimeout', '('], says: 'Core never waits: whoever runs it decides when.'},
  {spelling: ['setInterval', '('], says: 'Core never waits: whoever runs it decides when.'},
];

export const clockAndDice: Rule = {
  name: 'clock-and-dice',
  check: (files) => files.filter((file) => file.path.startsWith('core/') && !isTestCode(file.path)).flatMap(check),
};

function check(file: SourceFile): Finding[] {
  const tokens = tokensOf(file);
  return tokens.flatMap((token, index) =>
    forbidden
      .filter(({spelling}) => stands(tokens, index, spelling))
      .map(({says}) => findingAt('clock-and-dice', file, token.start, says)),
  );
}

function stands(tokens: readonly Token[], index: number, spelling: readonly string[]): boolean {
  return spelling.every((text, offset) => {
    const token = tokens[index + offset];
    return token?.text.replace('?.', '.') === text && (token.kind === 'name' || token.kind === 'punctuation');
  });
}
