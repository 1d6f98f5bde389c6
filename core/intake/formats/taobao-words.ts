import type {OrderStatus} from '../../orders/schema.ts';
import type {CellText} from '../format.ts';
import {statusByWords} from '../status-words.ts';

// States of trades on Taobao and Tmall as their seller's desk (千牛) writes them. Commas are folded: half and full width are one.
const words = statusByWords({
  new: ['等待买家付款', '待付款', '未付款', '没有创建支付宝交易', '等待付款', '定金已付', '付款确认中'],
  paid: ['买家已付款,等待卖家发货', '买家已付款', '等待卖家发货', '待发货', '卖家部分发货', '部分发货', '等待发货'],
  shipped: [
    '卖家已发货,等待买家确认',
    '卖家已发货,等待买家确认收货',
    '卖家已发货',
    '等待买家确认',
    '等待买家确认收货',
    '已发货',
    '买家已签收,货到付款专用',
    '买家已签收',
    '交易成功',
    '已完成',
    '已收货',
  ],
  returned: ['付款以后用户退款成功,交易自动关闭', '退款成功', '已退款', '退货退款', '买家退款,交易关闭'],
  cancelled: ['交易关闭', '付款以前,卖家或买家主动关闭交易', '交易被淘宝关闭', '已取消', '已关闭', '交易取消'],
});

/** Where a trade stands; what was paid and wholly given back is returned, not only closed. */
export function taobaoStatus(order: CellText): OrderStatus | undefined {
  return words(order('status'));
}

/** Special regions that post offices elsewhere know as countries. */
const regions: readonly (readonly [beginning: string, country: string])[] = [
  ['香港', 'HK'],
  ['澳门', 'MO'],
  ['澳門', 'MO'],
  ['台湾', 'TW'],
  ['臺灣', 'TW'],
];
const postalCode = /[(（](\d{6})[)）]\s*$/u;
const noPostalCode = '000000';

/** `浙江省 杭州市 余杭区 文一西路 1号(310000)`: province, city, and the rest with its district as street. */
export function taobaoAddress(order: CellText): {
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
} {
  const text = order('shipStreet');
  if (text === '') return {};
  const code = postalCode.exec(text)?.[1];
  const [region = '', city = '', ...rest] = text.replace(postalCode, '').trim().split(/\s+/u);
  const country = regions.find(([beginning]) => region.startsWith(beginning))?.[1] ?? 'CN';
  const known = {country, ...(code === undefined || code === noPostalCode ? {} : {postalCode: code})};
  if (rest.length === 0) return {...known, street: [region, city].filter((part) => part !== '').join(' ')};
  return {...known, region, city, street: rest.join(' ')};
}
