import type {Command} from '../documents/command-card.ts';

/** What a packer can make the bench do without a hand on the keyboard: the barcodes of the card beside the scales. */
export const benchCommands = [
  'abort',
  'partial',
  'next',
  'reprint',
  'void',
  'hold',
  'problem',
  'undo',
  'accept',
  'together',
] as const;
export type BenchCommand = (typeof benchCommands)[number];

/** How many pieces the next scan stands for. */
export const timesOnCard: readonly number[] = [2, 5, 10, 20];
export const timesMax = 9_999;

const prefix = 'TW:';
const codes: Readonly<Record<BenchCommand, string>> = {
  abort: 'TW:ABORT',
  partial: 'TW:PARTIAL',
  next: 'TW:NEXT',
  reprint: 'TW:REPRINT',
  void: 'TW:VOID',
  hold: 'TW:HOLD',
  problem: 'TW:PROBLEM',
  undo: 'TW:UNDO',
  accept: 'TW:ACCEPT',
  together: 'TW:TOGETHER',
};

export type Told =
  | {readonly tells: 'command'; readonly command: BenchCommand}
  | {readonly tells: 'badge'; readonly badge: string}
  | {readonly tells: 'times'; readonly times: number};

/** What a barcode of ours tells the bench; undefined for any other, also for one of a newer card. */
export function toldBy(text: string): Told | undefined {
  const code = text.toUpperCase();
  const command = benchCommands.find((each) => codes[each] === code);
  if (command) return {tells: 'command', command};
  const badge = /^TW:B:([A-Z0-9][A-Z0-9 .-]{0,29})$/.exec(code)?.[1];
  if (badge !== undefined) return {tells: 'badge', badge};
  const times = Number(/^TW:X(\d{1,4})$/.exec(code)?.[1] ?? 0);
  return times > 0 && times <= timesMax ? {tells: 'times', times} : undefined;
}

/** Whether a text was meant for the bench, though it is not known what it says. */
export function isOurs(text: string): boolean {
  return text.toUpperCase().startsWith(prefix);
}

/** The barcode of a packer's badge. */
export function badgeCode(badge: string): string {
  return `${prefix}B:${badge}`;
}

/** All that stands on the card, each with its word. */
export function commandsOfCard(
  word: (of: BenchCommand) => string,
  timesWord: (times: number) => string,
): readonly Command[] {
  return [
    ...benchCommands.map((command) => ({code: codes[command], label: word(command)})),
    ...timesOnCard.map((times) => ({code: `${prefix}X${times}`, label: timesWord(times)})),
  ];
}
