import {withPoint} from '#core/money/decimal-text.ts';
import type {Decimal} from '#core/money/parse-decimal.ts';
import {formatDecimal} from '../../ui/format/numbers.ts';

/** A rate with every digit it was typed with: `1.0845`. */
export function rateText(locale: string, rate: Decimal): string {
  return formatDecimal(locale, withPoint(rate), rate.scale);
}
