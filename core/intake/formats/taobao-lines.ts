import type {CurrencyCode} from '../../money/currency.ts';
import type {ZoneId} from '../../time/zone.ts';
import {defineFormat} from '../format.ts';
import {taobaoStatus} from './taobao-words.ts';

/**
 * The items of the orders (`ExportOrderDetailList`, 宝贝报表; since 2023 子订单) of Taobao and Tmall: one row for each item. It has neither
 * postage nor address, which stand in `ExportOrderList`. Prices in China contain VAT.
 */
export const taobaoLines = defineFormat({
  id: 'taobao-lines',
  channel: 'other',
  columns: {
    orderNumber: ['主订单编号', '订单编号', '订单号'],
    fallbackNumber: ['子订单编号'],
    orderedAt: ['订单创建时间'],
    paidAt: ['订单付款时间'],
    shippedAt: ['发货时间'],
    status: ['订单状态'],
    sku: ['商家编码', '外部系统编号', 'SKU编码', '商品ID'],
    title: ['标题', '商品标题', '宝贝标题'],
    variation: ['商品属性', '规格名称', '商品规格', '宝贝规格'],
    quantity: ['购买数量', '数量', '商品数量'],
    unitPrice: ['价格', '商品价格', '单价', '宝贝单价'],
    buyerHandle: ['买家会员名', '买家昵称'],
    carrier: ['物流公司'],
    trackingNumber: ['物流单号'],
  },
  alsoKnown: [
    '子订单编号',
    '外部系统编号',
    '套餐信息',
    '备注',
    '备注标签',
    '商家备注',
    '卖家备注',
    '买家留言',
    '商品ID',
    '买家应付货款',
    '买家实付金额',
    '买家实际支付金额',
    '退款状态',
    '退款金额',
    '支付单号',
    '店铺名称',
    '是否主动赔付',
    '主动赔付金额',
    '主动赔付出账时间',
    '含应开票给个人的个人红包',
    '确认收货时间',
  ],
  unique: [
    '外部系统编号',
    '套餐信息',
    '购买数量',
    '商品属性',
    '商家编码',
    '子订单编号',
    '主订单编号',
    '规格名称',
    '买家应付货款',
    '买家实付金额',
    '退款状态',
  ],
  required: [['orderNumber'], ['title', 'sku'], ['quantity', 'unitPrice']],
  never: ['买家应付邮费', '收货地址', '宝贝总数量', '总金额'],
  zone: 'Asia/Shanghai' as ZoneId,
  decimalSign: '.',
  currency: 'CNY' as CurrencyCode,
  tax: 'included',
  orderNumber: (cells) => cells('orderNumber'),
  status: taobaoStatus,
});
