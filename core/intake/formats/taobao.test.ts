import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {bestFit} from '../detect.ts';
import {mergeDrafts} from '../merge-drafts.ts';
import {account, inWords, readRows, withColumns} from '../../testing/read-orders.ts';
import {formats} from './all.ts';

const sharedHeader = new URL('../../../../shared/data/orders/headers/taobao-orders.header.csv', import.meta.url);

const orders = [
  '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因',
  '="1930000000000001",小云,pay1,598.00,10.00,0,608.00,0,608.00,0,买家已付款，等待卖家发货,,李云,浙江省 杭州市 余杭区 文一西路 1号(310000),快递,,\'18600000001,2026-05-23 22:02:11,2026-05-23 22:03:00,陶瓷杯,1,,,,2,0,杯子店,订单未关闭',
  '="1930000000000002",大山,pay2,30.50,0.00,0,30.50,0,30.50,0,卖家已发货，等待买家确认,,王山,上海 上海市 浦东新区 世纪大道 2号(000000),快递,,\'18600000002,2026-05-23 08:00:00,2026-05-23 08:01:00,木勺，竹筷,2,SF01,顺丰速运,,3,0,杯子店,订单未关闭',
  '="1930000000000003",无名,pay3,12.00,0.00,0,12.00,0,0.00,0,交易关闭,,赵四,,快递,,\'18600000003,2026-05-22 08:00:00,,木勺,1,,,,1,0,杯子店,买家未付款',
];

test('a GBK list of orders: numbers as formulas, states, an address in one cell, Chinese time; titles that stand together are no lines', async () => {
  const reading = await readRows(orders, {encoding: 'gb18030'});

  expect(account(reading)).toEqual({
    format: 'taobao-orders',
    rows: 3,
    used: 3,
    rejects: [],
    orders: 3,
    lines: 2,
    totals: {CNY: 60_800 + 3050 + 1200},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['1930000000000001 paid 2026-05-23T14:02 60800 CNY', '2 x  陶瓷杯 = 59800'],
    ['1930000000000002 shipped 2026-05-23T00:00 3050 CNY'],
    ['1930000000000003 cancelled 2026-05-22T00:00 1200 CNY', '1 x  木勺 = 1200'],
  ]);
  expect(reading.orders[0]?.shipTo).toEqual({
    name: '李云',
    region: '浙江省',
    city: '杭州市',
    street: '余杭区 文一西路 1号',
    postalCode: '310000',
    country: 'CN',
  });
  expect(reading.table.encoding).toBe('gb18030');
});

const details = [
  '订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码',
  '="1930000000000002",木勺,10.25,2,,颜色:原木,,,卖家已发货，等待买家确认,SPOON-1',
  '="1930000000000002",竹筷,10.00,1,,,,,卖家已发货，等待买家确认,STICK-1',
];

test('the list of items has the codes; it joins the list of orders by its numbers', async () => {
  const reading = await readRows(details, {encoding: 'gb18030'});

  expect(account(reading)).toEqual({
    format: 'taobao-lines',
    rows: 2,
    used: 2,
    rejects: [],
    orders: 1,
    lines: 2,
    totals: {CNY: 3050},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['1930000000000002 shipped - 3050 CNY', '2 x SPOON-1 木勺 (颜色:原木) = 2050', '1 x STICK-1 竹筷 = 1000'],
  ]);
});

test('items as they are written since orders have sub-orders', async () => {
  const reading = await readRows([
    '子订单编号,主订单编号,商品标题,商品价格,购买数量,商品属性,订单状态,商家编码,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,商品ID',
    '1930000000000012,1930000000000011,木勺,10.00,2,,交易成功,SPOON-1,20.00,20.00,没有申请退款,无退款申请,2026-05-23 08:00:00,2026-05-23 08:01:00,61',
    '1930000000000013,1930000000000011,竹筷,5.00,1,,交易成功,,5.00,5.00,没有申请退款,无退款申请,2026-05-23 08:00:00,2026-05-23 08:01:00,62',
  ]);

  expect(account(reading)).toMatchObject({
    format: 'taobao-lines',
    orders: 1,
    lines: 2,
    totals: {CNY: 2500},
    rejects: [],
  });
  expect(reading.orders[0]?.lines?.map(({sku}) => sku)).toEqual(['SPOON-1', '62']);
});

test('both lists make one order, whichever comes first', async () => {
  const [listed, itemised] = [(await readRows(orders)).orders[1], (await readRows(details)).orders[0]];
  const [forth, back] = [
    mergeDrafts(must(listed, 'it was read'), must(itemised, 'it was read')),
    mergeDrafts(must(itemised, 'it was read'), must(listed, 'it was read')),
  ];

  expect([inWords(forth), forth.money]).toEqual([inWords(back), back.money]);
  expect(inWords(forth)).toEqual([
    '1930000000000002 shipped 2026-05-23T00:00 3050 CNY',
    '2 x SPOON-1 木勺 (颜色:原木) = 2050',
    '1 x STICK-1 竹筷 = 1000',
  ]);
});

test('few columns in another order give the same totals', async () => {
  const few = ['总金额', '订单状态', '买家会员名', '订单编号', '订单创建时间', '宝贝总数量', '收货人姓名'];

  expect(account(await readRows(withColumns(orders, few)))).toMatchObject({
    format: 'taobao-orders',
    orders: 3,
    totals: {CNY: 60_800 + 3050 + 1200},
  });
});

test('the header of a list of orders as Taobao writes it is known for certain', (ctx) => {
  if (!existsSync(sharedHeader)) return ctx.skip('no shared data');

  const header = new TextDecoder('gb18030').decode(readFileSync(sharedHeader)).trim().split(',');
  const fit = bestFit(header, formats);

  expect([fit?.format.id, fit?.confidence]).toEqual(['taobao-orders', 1]);
});
