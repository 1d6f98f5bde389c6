import type {TFunction} from 'i18next';
import type {i18n} from 'i18next';
import {withPoint} from '#core/money/decimal-text.ts';
import type {EditGroup, HoldReason} from '#core/orders/schema.ts';
import type {TrayItemShown} from '#core/tray/queries.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {formatDecimal} from '../../ui/format/numbers.ts';

/** What a sentence is made of: the words of the tray, and the change it is about. */
interface Asked {
  readonly t: TFunction<'tray'>;
  readonly words: i18n;
  readonly item: TrayItemShown;
  readonly args: Args;
}

/** Arguments as far as sentences tell of them; those of another version may lack any of it. */
interface Args {
  readonly name?: string;
  readonly reason?: HoldReason;
  readonly channelOrderId?: string;
  readonly order?: {readonly channelOrderId?: string};
  readonly groups?: readonly EditGroup[];
  readonly files?: readonly unknown[];
  readonly labels?: readonly unknown[];
  readonly labelIds?: readonly unknown[];
  readonly step?: number;
  readonly sku?: string;
  readonly barcode?: string;
  readonly place?: number;
  readonly day?: string;
  readonly base?: string;
  readonly currency?: string;
  readonly units?: number;
  readonly scale?: number;
  readonly number?: string;
  readonly tote?: string;
  readonly range?: {readonly account?: string};
  readonly carrier?: string;
  readonly numbers?: readonly unknown[];
  readonly parcelIds?: readonly unknown[];
}

/** Every change there is, as a person would say it. */
const sentences: Readonly<Record<string, (asked: Asked) => string>> = {
  'businesses.create': ({t, args}) => t('asked.businesses.create', {name: args.name}),
  'businesses.change': ({t, args}) => t('asked.businesses.change', {name: args.name}),
  'storefronts.create': ({t, args}) => t('asked.storefronts.create', {name: args.name}),
  'storefronts.remove': ({t, item}) =>
    t('asked.storefronts.remove', {name: item.now.storefront?.name ?? t('elsewhere')}),
  'orders.hold': (asked) =>
    asked.t('asked.orders.hold', {
      number: numberOf(asked),
      reason: asked.words.t(`orders:reason.${asked.args.reason ?? 'other'}`),
    }),
  'orders.resume': (asked) => asked.t('asked.orders.resume', {number: numberOf(asked)}),
  'orders.release': (asked) => asked.t('asked.orders.release', {number: numberOf(asked)}),
  'orders.recall': (asked) => asked.t('asked.orders.recall', {number: numberOf(asked)}),
  'orders.create': (asked) => asked.t('asked.orders.create', {number: numberOf(asked)}),
  'orders.edit': (asked) => asked.t('asked.orders.edit', {number: numberOf(asked), parts: partsOf(asked)}),
  'orders.restore': (asked) => asked.t('asked.orders.restore', {number: numberOf(asked)}),
  'orders.withdraw': (asked) => asked.t('asked.orders.withdraw', {number: numberOf(asked)}),
  'intake.beginImport': ({t, args}) => t('asked.intake.beginImport', {count: args.files?.length ?? 0}),
  'intake.importOrders': (asked) => asked.t('asked.intake.importOrders', {part: partOf(asked)}),
  'intake.endImport': ({t}) => t('asked.intake.endImport'),
  'intake.undoStep': (asked) => asked.t('asked.intake.undoStep', {part: partOf(asked)}),
  'intake.redoStep': (asked) => asked.t('asked.intake.redoStep', {part: partOf(asked)}),
  'intake.remember': ({t}) => t('asked.intake.remember'),
  'rates.importDays': (asked) => asked.t('asked.rates.importDays', {part: partOf(asked)}),
  'rates.typeRate': (asked) => {
    const {base, currency, units = 0, scale = 0} = asked.args;
    const rate = formatDecimal(asked.words.language, withPoint({units, scale}), scale);
    return asked.t('asked.rates.typeRate', {date: dayOf(asked), base, currency, rate});
  },
  'rates.removeTyped': (asked) => {
    const {base, currency} = asked.args;
    return asked.t('asked.rates.removeTyped', {date: dayOf(asked), base, currency});
  },
  'rates.setTyped': (asked) => asked.t('asked.rates.setTyped', {date: dayOf(asked)}),
  'catalog.teachBarcode': ({t, args}) =>
    t('asked.catalog.teachBarcode', {sku: args.sku ?? '', barcode: args.barcode ?? ''}),
  'catalog.forgetBarcode': ({t, args}) =>
    t('asked.catalog.forgetBarcode', {sku: args.sku ?? '', barcode: args.barcode ?? ''}),
  'catalog.describe': ({t, args}) => t('asked.catalog.describe', {sku: args.sku ?? ''}),
  'waves.make': ({t, args}) => t('asked.waves.make', {number: args.number ?? ''}),
  'waves.end': ({t}) => t('asked.waves.end'),
  'waves.resume': ({t}) => t('asked.waves.resume'),
  'waves.takeOut': (asked) => asked.t('asked.waves.takeOut', {number: numberOf(asked)}),
  'waves.putInto': (asked) => asked.t('asked.waves.putInto', {number: numberOf(asked)}),
  'waves.bindTote': (asked) => asked.t('asked.waves.bindTote', {tote: asked.args.tote ?? '', number: numberOf(asked)}),
  'waves.freeTote': ({t, args}) => t('asked.waves.freeTote', {tote: args.tote ?? ''}),
  'handover.done': ({t, args}) => t('asked.handover.done', {sheet: args.number ?? ''}),
  'handover.voided': ({t}) => t('asked.handover.voided'),
  'packing.packed': (asked) => asked.t('asked.packing.packed', {number: numberOf(asked), place: asked.args.place ?? 1}),
  'packing.labelled': (asked) => asked.t('asked.packing.labelled', {number: numberOf(asked)}),
  'packing.reprinted': (asked) => asked.t('asked.packing.reprinted', {number: numberOf(asked)}),
  'packing.closed': (asked) => asked.t('asked.packing.closed', {number: numberOf(asked)}),
  'packing.reopened': (asked) => asked.t('asked.packing.reopened', {number: numberOf(asked)}),
  'packing.voided': (asked) => asked.t('asked.packing.voided', {number: numberOf(asked)}),
  'bought.take': ({t, args}) => t('asked.bought.take', {count: args.labels?.length ?? 0}),
  'bought.return': ({t, args}) => t('asked.bought.return', {count: args.labelIds?.length ?? 0}),
  'bought.used': ({t}) => t('asked.bought.used'),
  'numbers.register': ({t, args}) => t('asked.numbers.register', {account: args.range?.account}),
  'numbers.end': ({t}) => t('asked.numbers.end'),
  'numbers.resume': ({t}) => t('asked.numbers.resume'),
  'numbers.take': ({t}) => t('asked.numbers.take'),
  'numbers.holderNamed': ({t}) => t('asked.numbers.holderNamed'),
  'numbers.drawn': ({t}) => t('asked.numbers.drawn'),
  'numbers.settled': ({t}) => t('asked.numbers.settled'),
  'numbers.skipped': ({t}) => t('asked.numbers.skipped'),
  'upload.createTemplate': ({t, args}) => t('asked.upload.createTemplate', {name: args.name}),
  'upload.changeTemplate': ({t, args}) => t('asked.upload.changeTemplate', {name: args.name}),
  'upload.deleteTemplate': ({t}) => t('asked.upload.deleteTemplate'),
  'upload.made': ({t, args}) => t('asked.upload.made', {carrier: args.carrier ?? ''}),
  'upload.setNumbers': ({t, args}) => t('asked.upload.setNumbers', {count: args.numbers?.length ?? 0}),
  'upload.clearNumbers': ({t, args}) => t('asked.upload.clearNumbers', {count: args.numbers?.length ?? 0}),
  'upload.close': ({t}) => t('asked.upload.close'),
  'upload.reopen': ({t}) => t('asked.upload.reopen'),
  'roadBack.told': ({t, args}) => t('asked.roadBack.told', {count: args.parcelIds?.length ?? 0}),
  'roadBack.takeBack': ({t}) => t('asked.roadBack.takeBack'),
  'roadBack.keep': ({t}) => t('asked.roadBack.keep'),
  'roadBack.nameCarrier': ({t, args}) => t('asked.roadBack.nameCarrier', {carrier: args.carrier ?? ''}),
  'tray.dismiss': ({t}) => t('asked.tray.dismiss'),
  'tray.return': ({t}) => t('asked.tray.return'),
};

/** Whether this version knows such a change, and so could do it again. */
export function isKnown(name: string): boolean {
  return Object.hasOwn(sentences, name);
}

/** What was asked, in a person's words. */
export function askedWords(words: i18n, item: TrayItemShown): string {
  const t = words.getFixedT(null, 'tray');
  const args = item.args === undefined ? {} : (JSON.parse(item.args) as Args);
  const sentence = isKnown(item.name) ? sentences[item.name] : undefined;
  return sentence ? sentence({t, words, item, args}) : t('asked.unknown', {name: item.name});
}

function numberOf({t, item, args}: Asked): string {
  return item.now.order?.channelOrderId ?? args.channelOrderId ?? args.order?.channelOrderId ?? t('elsewhere');
}

function partsOf({t, words, args}: Asked): string {
  const parts = (args.groups ?? []).map((group) => t(`part.${group}`));
  return new Intl.ListFormat(words.language, {type: 'conjunction'}).format(parts);
}

/** A step is counted from 0, a part from 1. */
function partOf({args}: Asked): number {
  return (args.step ?? 0) + 1;
}

function dayOf({words, args}: Asked): string {
  const at = Date.parse(`${args.day ?? ''}T12:00Z`);
  return Number.isNaN(at) ? '' : formatMoment(words.language, at, 'date', 'UTC');
}
