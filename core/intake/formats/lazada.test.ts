import {expect, test} from 'vitest';
import {account, inWords, readRows} from '../../testing/read-orders.ts';

test('a Lazada report has one row for each piece: all count, equal ones too, with their shares of shipping', async () => {
  const reading = await readRows([
    'orderItemId;orderType;lazadaId;sellerSku;lazadaSku;createTime;updateTime;orderNumber;customerName;shippingName;shippingAddress;shippingCity;shippingPostCode;shippingCountry;payMethod;paidPrice;unitPrice;shippingFee;itemName;variation;shippingProvider;trackingCode;status',
    '1;Normal;9;S-5;L-5;14 Oct 2026 10:12;14 Oct 2026 10:12;3301;Mei Tan;Mei Tan;1 Jalan;Ipoh;30000;Malaysia;COD;20.50;25.00;3.00;Drink;;LEX;LZ1;ready_to_ship',
    '2;Normal;9;S-5;L-5;14 Oct 2026 10:12;14 Oct 2026 10:12;3301;Mei Tan;Mei Tan;1 Jalan;Ipoh;30000;Malaysia;COD;20.50;25.00;3.00;Drink;;LEX;LZ1;ready_to_ship',
    '3;Normal;9;S-6;L-6;15 Oct 2026 10:12;15 Oct 2026 10:12;3302;Raj;Raj;2 Jalan;Ipoh;30000;Malaysia;COD;10.00;10.00;0.00;Bar;;LEX;LZ2;canceled',
  ]);

  expect(account(reading)).toEqual({
    format: 'lazada',
    rows: 3,
    used: 3,
    rejects: [],
    orders: 2,
    lines: 3,
    totals: {MYR: 5700},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['3301 paid 2026-10-14T02:12 4700 MYR', '1 x S-5 Drink = 2050', '1 x S-5 Drink = 2050'],
    ['3302 cancelled 2026-10-15T02:12 1000 MYR', '1 x S-6 Bar = 1000'],
  ]);
});
