import {type AnswerOf, type ArgsOf, type Channel, checkArgs, isChannel} from '#core/shell/contract.ts';
import {fail, type Result} from '#core/lib/result.ts';
import {isOurPage, type SenderFrame} from './origin.ts';

/** One function for each channel; `window` is the one whose page asks. */
export type Answers<Window> = {
  readonly [C in Channel]: (args: ArgsOf<C>, window: Window) => Result<AnswerOf<C>> | Promise<Result<AnswerOf<C>>>;
};

export interface Call {
  readonly frame: SenderFrame | null;
  readonly channel: unknown;
  readonly args: unknown;
}

/** Answers one call of a page. Nothing about it is believed: not who asks, not what for, not with what. */
export async function answerCall<Window>(
  answers: Answers<Window>,
  {frame, channel, args}: Call,
  window: () => Window,
): Promise<Result<AnswerOf<Channel>>> {
  if (!isOurPage(frame)) return fail('desktop.not_our_page');
  if (!isChannel(channel)) return fail('desktop.unknown_channel');
  return answer(answers, channel, args, window);
}

async function answer<C extends Channel, Window>(
  answers: Answers<Window>,
  channel: C,
  args: unknown,
  window: () => Window,
): Promise<Result<AnswerOf<C>>> {
  const checked = checkArgs(channel, args);
  return checked.ok ? answers[channel](checked.value, window()) : checked;
}
