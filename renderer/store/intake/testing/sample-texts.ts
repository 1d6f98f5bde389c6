/** One small export of each of several channels; amounts and people are invented. */

export const etsyOrders = [
  'Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Street 2,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,Order Type,Payment Type,InPerson Discount,InPerson Location,SKU',
  '03/04/26,7001,1,Ida Holm,Ida,Holm,3,cc,03/05/26,Vej 1,,Odense,,5000,Denmark,EUR,51.00,,,3.00,0.00,4.90,0.00,52.90,Completed,1.00,51.90,0.00,0.00,0.00,ida,online,online_cc,,,"HAT-R,SCARF"',
  '12/30/26,7002,2,Jo Park,Jo,Park,1,cc,,1 Rd,,Boise,ID,83702,United States,EUR,9.00,,,0.00,0.00,4.90,0.80,14.70,Paid,1.00,13.70,0.00,0.00,0.00,jo,online,online_cc,,,MIT',
  '12/31/26,7003,3,Al Ho,Al,Ho,1,cc,,2 Rd,,Boise,ID,83702,United States,EUR,9.00,,,0.00,0.00,0.00,0.00,9.00,Canceled,0.00,0.00,0.00,0.00,0.00,al,online,online_cc,,,MIT',
].join('\n');

export const etsyItems = [
  'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU',
  '03/04/26,Wool hat,ida,2,15.50,,,3.00,0.00,0.00,0.00,31.00,EUR,1,11,03/04/26,03/05/26,Ida Holm,Vej 1,,Odense,,5000,Denmark,#7001,Colour: Red,online,listing,online_cc,,,,HAT-R',
  '03/04/26,Scarf,ida,1,20.00,,,3.00,0.00,4.90,0.00,20.00,EUR,2,12,03/04/26,03/05/26,Ida Holm,Vej 1,,Odense,,5000,Denmark,#7001,,online,listing,online_cc,,,,SCARF',
  '12/30/26,Mitten,jo,1,9.00,,,0.00,0.00,4.90,0.80,9.00,EUR,3,13,12/30/26,,Jo Park,1 Rd,,Boise,ID,83702,United States,#7002,,online,listing,online_cc,,,,MIT',
].join('\n');

export const woocommerce = [
  'order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_currency,payment_method,payment_method_title,customer_id,customer_user,customer_email,billing_first_name,billing_last_name,billing_email,billing_phone,billing_address_1,billing_postcode,billing_city,billing_country,shipping_first_name,shipping_last_name,shipping_company,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,wt_import_key,shipping_items,fee_items,tax_items,coupon_items,refund_items,order_notes,download_permissions,line_item_1,line_item_2,line_item_3',
  `501,501,2026-10-01 09:00:00,2026-10-01 09:01:00,processing,5.00,0.95,0,0,7.60,0,0,0,47.60,35.00,EUR,stripe,Card,3,3,eva@example.com,Eva,Kern,eva@example.com,'+491510001,Weg 1,10115,Berlin,DE,Eva,Kern,,Weg 1,,10115,Berlin,BE,DE,501,items:x|method_id:flat_rate,,,,,,1,name:Tee; red|product_id:31|sku:TEE-R|quantity:2|total:20.00|sub_total:20.00,name:Mug: big | blue|product_id:32|sku:|quantity:1|total:15.00|sub_total:15.00,`,
  `502,502,2026-10-02 10:00:00,,cancelled,0.00,0,0,0,0.00,0,0,5.00,10.00,15.00,EUR,bacs,Bank,4,4,max@example.com,Max,Roth,max@example.com,,Weg 2,1010,Wien,AT,Max,Roth,Roth GmbH,Weg 2,Tür 3,1010,Wien,,AT,502,,,,,,,,name:Mug|product_id:32|sku:MUG|quantity:1|total:10.00|sub_total:15.00,,`,
].join('\n');

export const ebayGermany = [
  ';;;;;;;;;;;;;;;;;;;;;;;;',
  'Verkaufsprotokollnummer;Bestellnummer;Nutzername des Käufers;Name des Käufers;E-Mail des Käufers;Name des Empfängers;Telefonnummer des Empfängers;Adresse 1 des Empfängers;Adresse 2 des Empfängers;Versand nach - Ort;Versand nach - PLZ;Versand nach - Land;Artikelnummer;Angebotstitel;Bestandseinheit;Anzahl;Verkauft für;Verpackung und Versand;Von eBay eingezogene Steuer;Gesamtbetrag;Verkauft am;Zahlungsdatum;Verschickt am;Versandservice;Sendungsnummer',
  ';;;;;;;;;;;;;;;;;;;;;;;;',
  '101;23-10000-20001;wald_kauz;Jörg Weiß;--;Jörg Weiß;0151 0000001;Amselweg 3;--;Köln;50667;Deutschland;811;Leuchte, Messing;L-1;1;1.045,50 €;4,90 €;0,00 €;1.050,40 €;12-Okt-26;12-Okt-26;13-Okt-26;DHL;0034',
  '102;23-10000-20002;mai_gloeckchen;Änne Groß;--;Änne Groß;--;Rosenweg 9;Hinterhaus;Wien;1010;Österreich;--;--;--;3;EUR 30,00;EUR 5,00;EUR 0,00;EUR 35,00;03-Mär-26;03-Mär-26;--;--;--',
  '102;23-10000-20002;mai_gloeckchen;--;--;--;--;--;--;--;--;--;812;Tasse rot;T-R;1;EUR 10,00;EUR 5,00;EUR 0,00;--;03-Mär-26;--;--;--;--',
  '102;23-10000-20002;mai_gloeckchen;--;--;--;--;--;--;--;--;--;813;Tasse blau;T-B;2;EUR 10,00;EUR 0,00;EUR 0,00;--;03-Mär-26;--;--;--;--',
  '103;--;nie_bezahlt;--;--;--;--;--;--;--;--;--;814;Karte;K-7;1;8,00 €;4,00 €;0,00 €;12,00 €;24-Dez-25;--;--;--;--',
  '3;Datensätze heruntergeladen;',
  'Verkäufername: leuchten-und-tassen',
].join('\n');

export const taobao = [
  '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因',
  '="1930000000000001",小云,pay1,598.00,10.00,0,608.00,0,608.00,0,买家已付款，等待卖家发货,,李云,浙江省 杭州市 余杭区 文一西路 1号(310000),快递,,\'18600000001,2026-05-23 22:02:11,2026-05-23 22:03:00,陶瓷杯,1,,,,2,0,杯子店,订单未关闭',
  '="1930000000000002",大山,pay2,30.50,0.00,0,30.50,0,30.50,0,卖家已发货，等待买家确认,,王山,上海 上海市 浦东新区 世纪大道 2号(000000),快递,,\'18600000002,2026-05-23 08:00:00,2026-05-23 08:01:00,木勺，竹筷,2,SF01,顺丰速运,,3,0,杯子店,订单未关闭',
  '="1930000000000003",无名,pay3,12.00,0.00,0,12.00,0,0.00,0,交易关闭,,赵四,,快递,,\'18600000003,2026-05-22 08:00:00,,木勺,1,,,,1,0,杯子店,买家未付款',
].join('\n');

/** Three days of the European Central Bank's history. */
export const rates = [
  'Date,USD,JPY,GBP,CHF,SEK,',
  '2026-03-04,1.1650,183.20,0.8712,0.9120,10.681,',
  '2026-03-03,1.1632,183.11,0.8709,0.9118,10.690,',
  '2026-03-02,1.1645,N/A,0.8701,0.9130,10.702,',
].join('\n');
