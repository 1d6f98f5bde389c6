import {expect, test} from 'vitest';
import {account, inWords, readRows} from '../../testing/read-orders.ts';

test('an Indonesian report: points group thousands, the payment of an order counts once, time in Jakarta', async () => {
  const reading = await readRows([
    'No. Pesanan,Status Pesanan,No. Resi,Opsi Pengiriman,Waktu Pesanan Dibuat,SKU Induk,Nama Produk,Nomor Referensi SKU,Nama Variasi,Harga Awal,Harga Setelah Diskon,Jumlah,Returned quantity,Total Harga Produk,Total Diskon,Ongkos Kirim Dibayar oleh Pembeli,Total Pembayaran,Perkiraan Ongkos Kirim,Username (Pembeli),Nama Penerima,Kota/Kabupaten,Provinsi',
    '2610A,Selesai,JP1,Reguler,2026-10-01 10:00,INDUK,Kaos,KAOS-M,M,100.000,90.000,2,0,180.000,20.000,15.000,250.000,15.000,sari,Sari,Bandung,Jawa Barat',
    '2610A,Selesai,JP1,Reguler,2026-10-01 10:00,INDUK2,Topi,,,60.000,55.000,1,0,55.000,5.000,15.000,250.000,15.000,sari,Sari,Bandung,Jawa Barat',
    '2610B,Batal,,Reguler,2026-10-02 23:30,INDUK2,Topi,,,60.000,55.000,1,0,55.000,5.000,10.000,65.000,10.000,adi,Adi,Depok,Jawa Barat',
  ]);

  expect(account(reading)).toEqual({
    format: 'shopee',
    rows: 3,
    used: 3,
    rejects: [],
    orders: 2,
    lines: 3,
    totals: {IDR: 31_500_000},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['2610A shipped 2026-10-01T03:00 25000000 IDR', '2 x KAOS-M Kaos (M) = 18000000', '1 x INDUK2 Topi = 5500000'],
    ['2610B cancelled 2026-10-02T16:30 6500000 IDR', '1 x INDUK2 Topi = 5500000'],
  ]);
  expect(reading.confidence).toBeGreaterThanOrEqual(0.9);
});

test.each([
  [
    'Thai',
    'หมายเลขคำสั่งซื้อ,สถานะการสั่งซื้อ,ชื่อผู้ใช้ (ผู้ซื้อ),วันที่ทำการสั่งซื้อ,เลขอ้างอิง SKU (SKU Reference No.),ชื่อสินค้า,ราคาขาย,จำนวน,ราคาขายสุทธิ,จำนวนเงินทั้งหมด',
    '2610T,สำเร็จแล้ว,nok,2026-10-01 10:00,SKU-1,เสื้อ,450.50,2,901.00,939.00',
    '2610T shipped 2026-10-01T03:00 93900 THB',
  ],
  [
    'Vietnamese',
    'Mã đơn hàng,Ngày đặt hàng,Trạng Thái Đơn Hàng,SKU phân loại hàng,Tên sản phẩm,Giá ưu đãi,Số lượng,Tổng giá bán (sản phẩm),Phí vận chuyển mà người mua trả',
    '2610V,2026-10-01 10:00,Đã hủy,MK-01,Móc,45.000,2,90.000,15000',
    '2610V cancelled 2026-10-01T03:00 105000 VND',
  ],
  [
    'English, in the Philippines',
    'Order ID,Order Status,Tracking Number*,Order Creation Date,SKU Reference No.,Product Name,Deal Price,Quantity,Product Subtotal,Grand Total,Username (Buyer),Receiver Name,Country',
    '2610P,To ship,SPX1,2026-10-01 10:00,SKU-9,Soap,120.00,1,120.00,160.00,ana,Ana,Philippines',
    '2610P paid 2026-10-01T02:00 16000 PHP',
  ],
])('a report in %s', async (_language, header, row, read) => {
  const reading = await readRows([header, row]);

  expect([reading.format, reading.orders.map((order) => inWords(order)[0])]).toEqual(['shopee', [read]]);
});
