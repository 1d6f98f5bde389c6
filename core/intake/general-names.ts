import type {Field} from './format.ts';

// For each field the names that columns of any table carry for it, in English, German, French, Spanish and the languages of
// East Asian marketplaces; the likeliest first, and among fields the one that is to have the column.
const namesByField: readonly (readonly [Field, string])[] = [
  [
    'orderNumber',
    'order id, order number, order no, order nr, order #, order sn, order, order ref, order reference, ' +
      'marketplace order id, po number, purchase order, invoice no, invoice number, invoice, sales order, ' +
      'bestellnummer, bestellnr, bestell-nr, auftragsnummer, auftragsnr, auftrags-nr, auftrag, bestellung, ' +
      'rechnungsnummer, numéro de commande, n° de commande, commande, número de pedido, pedido, ' +
      'numero ordine, 订单号, 订单编号, 订单id, 訂單編號, 注文番号',
  ],
  [
    'orderedAt',
    'order date, order creation date, order time, ordered at, ordered on, order created, created, ' +
      'created at, create time, created time, creation date, date, purchase date, sale date, order placed, ' +
      'date ordered, date created, invoice date, order paid time, bestelldatum, auftragsdatum, datum, ' +
      'kaufdatum, bestellt am, rechnungsdatum, date de commande, fecha, fecha del pedido, data ordine, ' +
      '下单时间, 订单创建时间, 创建时间, 日期, 注文日',
  ],
  ['orderedTime', 'time, uhrzeit, zeit'],
  [
    'paidAt',
    'paid at, date paid, payment date, payment time, paid time, zahlungsdatum, bezahlt am, 付款时间, 支付时间',
  ],
  [
    'shipBy',
    'ship by, ship by date, latest ship date, ship before, dispatch by, versand bis, ' + 'estimated ship out date',
  ],
  ['shippedAt', 'shipped at, ship date, date shipped, ship time, shipped on, versanddatum, versandt am, 发货时间'],
  ['cancelledAt', 'cancelled at, canceled at, cancelled time, storniert am'],
  ['status', 'order status, status, state, order state, bestellstatus, auftragsstatus, statut, estado, 订单状态, 状态'],
  ['paymentStatus', 'payment status, financial status, zahlungsstatus'],
  ['fulfillmentStatus', 'fulfillment status, fulfilment status, shipping status, versandstatus'],
  [
    'sku',
    'sku, seller sku, sku reference no, sku reference no., merchant sku, contribution sku, item sku, ' +
      'product sku, product code, item code, item no, item number, stock code, article number, ' +
      'artikelnummer, artikelnr, artikel-nr, art-nr, artikel nr, référence, referencia, 商家编码, 商品编码, 货号, ' +
      '商品番号',
  ],
  [
    'title',
    'product name, product title, item name, item title, title, product, item, description, ' +
      'item description, article, artikel, artikelname, artikelbezeichnung, bezeichnung, produkt, ' +
      'produktname, produit, désignation, producto, 商品名称, 商品标题, 宝贝标题, 商品, 商品名',
  ],
  [
    'variation',
    'variation, variant, variation name, variant name, option, variante, ausführung, goods spec, 规格, 商品属性',
  ],
  [
    'quantity',
    'quantity, qty, qty., quantity purchased, quantity ordered, units, pieces, pcs, item quantity, ' +
      'menge, anzahl, stück, stückzahl, quantité, cantidad, quantità, 数量, 购买数量, 個数',
  ],
  [
    'unitPrice',
    'unit price, price, item price, price per unit, price each, deal price, selling price, sale price, ' +
      'retail price, einzelpreis, stückpreis, preis, prix unitaire, prix, precio, precio unitario, prezzo, ' +
      '单价, 价格, 商品单价, 単価',
  ],
  [
    'lineTotal',
    'line total, item total, line amount, item subtotal, product subtotal, extended price, ' +
      'positionssumme, zeilensumme, gesamtpreis, 小计, 商品金额',
  ],
  ['lineDiscount', 'line discount, item discount, line item discount'],
  ['market', 'sales channel, marketplace, site'],
  ['currency', 'currency, currency code, order currency, währung, devise, monnaie, moneda, valuta, 币种, 货币, 通貨'],
  ['subtotal', 'subtotal, sub total, order subtotal, zwischensumme, warenwert'],
  ['shippingTax', 'shipping tax, shipping vat'],
  ['shippingDiscount', 'shipping discount, shipping rebate'],
  [
    'shipping',
    'shipping, shipping cost, shipping costs, shipping fee, shipping price, shipping charge, ' +
      'shipping amount, postage, freight, delivery fee, delivery cost, buyer paid shipping fee, versand, ' +
      'versandkosten, porto, frais de port, livraison, gastos de envío, envío, spedizione, 运费, 邮费, 送料',
  ],
  ['fee', 'handling fee, payment fee, surcharge, gift wrap'],
  [
    'discount',
    'discount, discount amount, order discount, coupon, coupon amount, rabatt, remise, descuento, ' +
      'sconto, 优惠, 折扣, 優惠',
  ],
  [
    'tax',
    'tax, taxes, vat, tax amount, vat amount, sales tax, gst, mwst, ust, steuer, mehrwertsteuer, ' +
      'umsatzsteuer, tva, iva, 税, 税额, 税费',
  ],
  [
    'total',
    'total, order total, grand total, total amount, order amount, amount, total price, amount paid, ' +
      'total paid, buyer paid amount, order value, gesamt, gesamtbetrag, gesamtsumme, summe, betrag, ' +
      'rechnungsbetrag, montant, montant total, totale, importe, 总金额, 订单金额, 实付金额, 总价, 合计, 合計',
  ],
  ['refunded', 'refunded, refund amount, refunded amount, refund, erstattung, 退款金额'],
  [
    'buyerEmail',
    'email, e-mail, e mail, buyer email, customer email, email address, e-mail-adresse, mail, correo, ' +
      'courriel, 邮箱, 电子邮件',
  ],
  [
    'buyerPhone',
    'phone, phone number, telephone, mobile, buyer phone, customer phone, telefon, telefonnummer, handy, ' +
      'téléphone, teléfono, 电话, 联系电话, 手机, 联系手机',
  ],
  [
    'buyerHandle',
    'buyer username, username, user name, buyer id, customer id, customer number, customer no, ' +
      'buyer user id, buyer user name, kundennummer, kundennr, kunden-nr, 买家会员名, 买家昵称',
  ],
  [
    'shipName',
    'ship to name, ship to, shipping name, recipient, recipient name, receiver, receiver name, ' +
      'consignee, delivery name, ship name, empfänger, empfängername, destinataire, destinatario, 收货人, ' +
      '收货人姓名, 收件人',
  ],
  [
    'buyerName',
    'buyer name, customer name, name, customer, buyer, full name, client, kunde, kundenname, käufer, ' +
      'nom, cliente, nombre, 买家, 客户, 姓名, 氏名, 客户姓名',
  ],
  ['shipFirstName', 'shipping first name, first name, vorname, prénom'],
  ['shipLastName', 'shipping last name, last name, surname, nachname'],
  ['shipCompany', 'company, company name, shipping company, firma, société, empresa, 公司'],
  [
    'shipStreet2',
    'address 2, address line 2, shipping address 2, ship address 2, street 2, address2, adresszusatz, ' +
      'adresse 2, zusatz',
  ],
  [
    'shipStreet',
    'address, address 1, address1, address line 1, shipping address, shipping address 1, ' +
      'shipping street, ship address 1, delivery address, street, street 1, detail address, straße, ' +
      'strasse, anschrift, adresse, lieferadresse, adresse 1, dirección, direccion, indirizzo, 地址, 收货地址, ' +
      '详细地址, 住所',
  ],
  [
    'shipPostalCode',
    'zip, zip code, zipcode, postal code, post code, postcode, shipping zip, shipping postal code, ' +
      'ship zip, plz, postleitzahl, code postal, código postal, cap, 邮编, 邮政编码, 郵便番号',
  ],
  ['shipCity', 'city, town, shipping city, ship city, stadt, ort, ville, ciudad, città, 城市, 市'],
  [
    'shipRegion',
    'state, province, region, county, shipping state, ship state, shipping province, bundesland, ' +
      'provincia, 省, 省份, 州',
  ],
  [
    'shipCountry',
    'country, country code, shipping country, ship country, ship to country, destination country, land, ' +
      'lieferland, pays, país, paese, 国家, 收货国家, 国',
  ],
  [
    'carrier',
    'carrier, shipping carrier, courier, shipping provider, logistics provider, versanddienstleister, ' +
      'transporteur, 物流公司, 快递公司',
  ],
  [
    'trackingNumber',
    'tracking number, tracking no, tracking, tracking id, tracking code, sendungsnummer, trackingnummer, ' +
      'numéro de suivi, 物流单号, 运单号, 快递单号',
  ],
];

/** The names by field, as lists. */
export const generalNames: readonly (readonly [Field, readonly string[]])[] = namesByField.map(([field, names]) => [
  field,
  names.split(', '),
]);
