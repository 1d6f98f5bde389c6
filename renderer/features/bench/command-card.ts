import type {i18n} from 'i18next';
import type {Result} from '#core/lib/result.ts';
import {badgeCode, commandsOfCard} from '#core/shipping/bench/commands.ts';
import type {LabelClient} from '../../app/labels/label-client.ts';
import {saveFile} from '../../app/desktop/desktop.ts';

/** Brings the card of commands as a PDF, with the badge of whoever packs; the name it got, undefined if that was cancelled. */
export async function saveCommandCard(
  labels: LabelClient,
  words: i18n,
  packer: string | undefined,
): Promise<Result<string | undefined>> {
  const t = words.getFixedT(null, 'bench');
  const commands = commandsOfCard(
    (command) => t(`command.${command}`),
    (times) => t('card.times', {times}),
  );
  const badges = packer === undefined ? [] : [{code: badgeCode(packer), label: packer}];
  const card = await labels.renderLabel({
    commands: [...commands, ...badges],
    paper: 'a4',
    title: words.t('paper:command.title'),
  });
  return card.ok ? saveFile({name: t('card.fileName'), bytes: card.value, kind: 'pdf'}) : card;
}
