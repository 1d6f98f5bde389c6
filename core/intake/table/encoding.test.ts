import fc from 'fast-check';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {encodedText} from '../../testing/encoded-text.ts';
import {guessEncoding} from './encoding.ts';
import {textDecoder} from './text-decoder.ts';

const german =
  'Bestellnummer;Käufer;Straße;Preis\n1;Jörg Müller;Königstraße 5;12,50 €\n2;Zoë Groß;Süßer Weg 3;9,00 €\n';
const french = 'Numéro,Acheteur,Ville\n1,Hélène Lefèvre,Besançon\n2,Benoît,Orléans – centre\n';
const spanish = 'Pedido,Comprador,Ciudad\n1,José Muñoz,Cádiz\n2,María Ibáñez,Málaga\n';
const polish =
  'Numer,Kupujący,Miasto\n1,Łukasz Wiśniewski,Łódź\n2,Małgorzata Wójcik,Gdańsk\n3,Grażyna Dąbrowska,Kraków\n';
const czech = 'Číslo,Zákazník,Město\n1,Jiří Dvořák,Plzeň\n2,Božena Němcová,Ústí\n3,Šárka Nováková,České Budějovice\n';
const turkish = 'Sipariş,Alıcı,Şehir\n1,Işıl Yıldız,İstanbul\n2,Çağrı Öztürk,Eskişehir\n';
const russian = 'Номер,Покупатель,Город\n1,Иван Петров,Москва\n2,Мария Сидорова,Санкт-Петербург\n';
const greek = 'Αριθμός,Πελάτης,Πόλη\n1,Γιώργος Παπαδόπουλος,Αθήνα\n2,Μαρία,Θεσσαλονίκη\n';
const chinese =
  '订单编号,买家会员名,收货地址,订单状态\n1,张伟,广东省深圳市南山区科技园,交易成功\n2,王芳,北京市朝阳区,卖家已发货\n';
const japanese = '注文番号,購入者,住所\n1,山田太郎,東京都渋谷区神南1-2-3 コーポ青山\n2,さとう はなこ,大阪市北区\n';
const korean = '주문번호,구매자,주소\n1,김민수,서울특별시 강남구 테헤란로\n2,이영희,부산광역시 해운대구\n';
const taiwanese = '訂單編號,買家,地址\n1,陳怡君,台北市信義區市府路\n2,林志明,高雄市前鎮區中山二路\n';

const texts: readonly (readonly [encoding: string, text: string])[] = [
  ['utf-8', german],
  ['utf-8', chinese],
  ['utf-8', 'a,b\n1,Zürich\n'],
  ['utf-16le', german],
  ['utf-16be', german],
  ['utf-16le', chinese + '1000,22,33,44\n'.repeat(3)],
  ['windows-1252', german],
  ['windows-1252', french],
  ['windows-1252', spanish],
  ['windows-1252', 'a,b\n1,Zürich\n'],
  ['windows-1252', 'price,name\n5 €,“Best” – ever\n'],
  ['windows-1250', polish],
  ['windows-1250', czech],
  ['windows-1254', turkish],
  ['windows-1251', russian],
  ['windows-1253', greek],
  ['gb18030', chinese],
  ['gb18030', '订单\n1\n'],
  ['gb18030', german],
  ['shift_jis', japanese],
  ['shift_jis', '名前\n山田\n'],
  ['euc-jp', japanese],
  ['euc-kr', korean],
  ['big5', taiwanese],
];

test.each(texts)('%s is told by its content: %j', (encoding, text) => {
  const bytes = must(encodedText(text, encoding), 'the text can be written so');

  const guess = guessEncoding(bytes);

  expect([guess.encoding, guess.bomLength, textDecoder(guess.encoding).decode(bytes)]).toEqual([encoding, 0, text]);
});

test.each(texts)('a sample of %s that ends within a character is told as well: %j', (encoding, text) => {
  const bytes = must(encodedText(text, encoding), 'the text can be written so');
  const most = Math.floor(bytes.length * 0.9) & ~1;
  const cuts = [0, 1, 2, 3].map((cut) => bytes.subarray(0, most + (encoding.startsWith('utf-16') ? 2 * cut : cut)));
  if (bytes.length < 40) return;

  expect(cuts.map((cut) => guessEncoding(cut).encoding)).toEqual(cuts.map(() => encoding));
});

test('a byte order mark is believed', () => {
  const marked = [
    [0xef, 0xbb, 0xbf, 0x61],
    [0xff, 0xfe, 0x61, 0],
    [0xfe, 0xff, 0, 0x61],
  ].map((bytes) => guessEncoding(Uint8Array.from(bytes)));

  expect(marked).toEqual([
    {encoding: 'utf-8', confidence: 1, bomLength: 3},
    {encoding: 'utf-16le', confidence: 1, bomLength: 2},
    {encoding: 'utf-16be', confidence: 1, bomLength: 2},
  ]);
});

test('plain English is certain, a single foreign name is not', () => {
  const guesses = ['a,b\n1,2\n', 'a,b\n1,Zürich\n'].map((text) =>
    guessEncoding(must(encodedText(text, 'windows-1252'), 'the text can be written so')),
  );

  expect(guesses.map(({encoding, confidence}) => [encoding, confidence < 1])).toEqual([
    ['utf-8', false],
    ['windows-1252', true],
  ]);
});

test('the signs of windows-1252 are decoded on every host', () => {
  const bytes = Uint8Array.from({length: 34}, (_, at) => 0x7f + at);

  expect(textDecoder('windows-1252').decode(bytes)).toBe(
    '\u007f€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0',
  );
});

test('a decoder gives the same text however the bytes are cut', () => {
  const encodings = ['utf-8', 'utf-16le', 'gb18030', 'shift_jis', 'euc-kr', 'big5', 'windows-1252'];
  fc.assert(
    fc.property(
      fc.constantFrom(...encodings),
      fc.string({unit: 'binary'}),
      fc.integer({min: 1, max: 5}),
      (encoding, text, step) => {
        const bytes = encodedText(text, encoding);
        if (!bytes) return;
        const decoder = textDecoder(encoding);
        let decoded = '';
        for (let at = 0; at < bytes.length; at += step) {
          decoded += decoder.decode(bytes.subarray(at, at + step), at + step >= bytes.length);
        }
        expect(decoded).toBe(textDecoder(encoding).decode(bytes));
      },
    ),
  );
});
