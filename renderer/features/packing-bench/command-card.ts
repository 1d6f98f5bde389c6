import type {i18n} from 'i18next';
import type {Result} from '#core/lib/result.ts';
import {badgeCode, commandsOfCard} from '#core/shipping/packing-bench/commands.ts';
import {knownMedia} from '#core/printing/media.ts';
import type {DocumentClient} from '../../app/printing/document-client.ts';
import {saveFile} from '../../app/desktop/desktop.ts';

const sheetTarget = {language: 'pdf', media: knownMedia.a4, dpi: 300} as const;

/** Brings the card of commands as a PDF, with the badge of whoever packs; the name it got, undefined if that was cancelled. */
export async function saveCommandCard(
  make: DocumentClient['make'],
  words: i18n,
  packer: string | undefined,
): Promise<Result<string | undefined>> {
  const t = words.getFixedT(null, 'bench');
  const commands = commandsOfCard(
    (command) => t(`command.${command}`),
    (times) => t('card.times', {times}),
  );
  const badges = packer === undefined ? [] : [{code: badgeCode(packer), label: packer}];
  const job = {commands: [...commands, ...badges], title: words.t('paper:command.title')};
  const card = await make({make: 'commandCard', job, target: sheetTarget, isChecked: false});
  return card.ok ? saveFile({name: t('card.fileName'), bytes: card.value, kind: 'pdf'}) : card;
}
