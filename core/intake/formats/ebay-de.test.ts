import {expect, test} from 'vitest';
import {account, inWords, readRows, withColumns} from '../../testing/read-orders.ts';

const header =
  'Verkaufsprotokollnummer;Bestellnummer;Nutzername des Käufers;Name des Käufers;E-Mail des Käufers;Name des Empfängers;Telefonnummer des Empfängers;Adresse 1 des Empfängers;Adresse 2 des Empfängers;Versand nach - Ort;Versand nach - PLZ;Versand nach - Land;Artikelnummer;Angebotstitel;Bestandseinheit;Anzahl;Verkauft für;Verpackung und Versand;Von eBay eingezogene Steuer;Gesamtbetrag;Verkauft am;Zahlungsdatum;Verschickt am;Versandservice;Sendungsnummer';
const report = [
  ';;;;;;;;;;;;;;;;;;;;;;;;',
  header,
  ';;;;;;;;;;;;;;;;;;;;;;;;',
  '101;23-10000-20001;wald_kauz;Jörg Weiß;--;Jörg Weiß;0151 0000001;Amselweg 3;--;Köln;50667;Deutschland;811;Leuchte, Messing;L-1;1;1.045,50 €;4,90 €;0,00 €;1.050,40 €;12-Okt-26;12-Okt-26;13-Okt-26;DHL;0034',
  '102;23-10000-20002;mai_gloeckchen;Änne Groß;--;Änne Groß;--;Rosenweg 9;Hinterhaus;Wien;1010;Österreich;--;--;--;3;EUR 30,00;EUR 5,00;EUR 0,00;EUR 35,00;03-Mär-26;03-Mär-26;--;--;--',
  '102;23-10000-20002;mai_gloeckchen;--;--;--;--;--;--;--;--;--;812;Tasse rot;T-R;1;EUR 10,00;EUR 5,00;EUR 0,00;--;03-Mär-26;--;--;--;--',
  '102;23-10000-20002;mai_gloeckchen;--;--;--;--;--;--;--;--;--;813;Tasse blau;T-B;2;EUR 10,00;EUR 0,00;EUR 0,00;--;03-Mär-26;--;--;--;--',
  '103;--;nie_bezahlt;--;--;--;--;--;--;--;--;--;814;Karte;K-7;1;8,00 €;4,00 €;0,00 €;12,00 €;24-Dez-25;--;--;--;--',
  '3;Datensätze heruntergeladen;',
  'Verkäufername: leuchten-und-tassen',
];
const orders = [
  ['23-10000-20001 shipped 2026-10-11T22:00 105040 EUR', '1 x L-1 Leuchte, Messing = 104550'],
  ['23-10000-20002 paid 2026-03-02T23:00 3500 EUR', '1 x T-R Tasse rot = 1000', '2 x T-B Tasse blau = 2000'],
  ['103 new 2025-12-23T23:00 1200 EUR', '1 x K-7 Karte = 800'],
];

test('a German report is read: decimal commas, German months, two dashes for nothing, midnight in Berlin', async () => {
  const reading = await readRows(report);

  expect(account(reading)).toEqual({
    format: 'ebay-de',
    rows: 5,
    used: 5,
    rejects: [],
    orders: 3,
    lines: 4,
    totals: {EUR: 105_040 + 3500 + 1200},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual(orders);
  expect(reading.orders[1]?.shipTo).toEqual({
    name: 'Änne Groß',
    street: 'Rosenweg 9',
    extra: 'Hinterhaus',
    city: 'Wien',
    postalCode: '1010',
    country: 'AT',
  });
});

test('the same report in Windows-1252 or UTF-16 is the same orders', async () => {
  for (const encoding of ['windows-1252', 'utf-16le']) {
    expect((await readRows(report, {encoding})).orders.map((order) => inWords(order))).toEqual(orders);
  }
});

test('a report of seven columns in another order gives states, days and totals', async () => {
  const short = [header, ...report.slice(3, 4), ...report.slice(7, 8)];
  const seven = [
    'Zahlungsdatum',
    'Gesamtbetrag',
    'Name des Käufers',
    'Verkauft am',
    'Bestellnummer',
    'Nutzername des Käufers',
    'Verkaufsprotokollnummer',
  ];

  const reading = await readRows(withColumns(short, seven, ';'));

  expect(account(reading)).toMatchObject({format: 'ebay-de', orders: 2, lines: 0, totals: {EUR: 106_240}});
  expect(reading.confidence).toBeGreaterThanOrEqual(0.9);
});

test('a report of payments, whose rows are fees too, is not taken for orders', async () => {
  const payments = [
    'Datum der Transaktionserstellung;Typ;Bestellnummer;Nutzername des Käufers;Name des Käufers;Betrag abzügl. Kosten;Angebotstitel;Verpackung und Versand',
    '29. Dez. 2025;Andere Gebühr;23-10000-20001;wald_kauz;Jörg Weiß;-2,14;--;--',
  ];

  const reading = await readRows(payments);

  expect([reading.format === 'ebay-de', reading.confidence < 0.9]).toEqual([false, true]);
});
