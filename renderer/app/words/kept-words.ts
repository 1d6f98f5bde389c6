import type {TFunction} from 'i18next';
import type {IntakeState} from '#core/intake/messages.ts';

/** What an import brought: `4,894 orders taken in`. */
export function keptWords(t: TFunction<'intake'>, {files, counts}: IntakeState): string {
  const orders = counts.new + counts.changed + counts.conflicting;
  if (orders > 0) return t('kept.orders', {count: orders});
  return files.some(({kind}) => kind === 'rates') ? t('kept.rates') : t('kept.nothing');
}
