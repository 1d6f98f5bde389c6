import {type Variant, glazes, inks, motifs, only, rulings, tins, weights} from './product-variants.ts';

/** The languages that storefronts show titles in; product names below stand in this order. */
export const languages = ['en', 'de', 'fr', 'ja', 'sv', 'pl'] as const;
export type Language = (typeof languages)[number];

/** Things of one kind that come in a few variants, each a product of its own. */
export interface ProductFamily {
  readonly code: string;
  /** `en | de | fr | ja | sv | pl`. */
  readonly names: string;
  readonly variants: readonly Variant[];
  /** Price of the first variant in thousandths of a euro. */
  readonly milliEuro: number;
  /** How well it sells beside the others. */
  readonly weight: number;
  /** Sold by the hundred, at prices finer than a cent. */
  readonly bulk?: true;
}

const tea: readonly ProductFamily[] = [
  {
    code: 'TEA-SEN',
    names: 'Sencha Green Tea | Grüner Tee Sencha | Thé vert Sencha | 煎茶 | Grönt te Sencha | Zielona herbata Sencha',
    milliEuro: 7900,
    weight: 14,
    variants: weights,
  },
  {
    code: 'TEA-GYO',
    names:
      'Gyokuro Shade-Grown Tea | Gyokuro Schattentee | Gyokuro, thé d’ombre | 玉露 | Skuggodlat te Gyokuro | Cieniowana herbata Gyokuro',
    milliEuro: 16_500,
    weight: 5,
    variants: weights,
  },
  {
    code: 'TEA-GEN',
    names:
      'Genmaicha with Roasted Rice | Genmaicha mit Röstreis | Genmaicha au riz grillé | 玄米茶 | Genmaicha med rostat ris | Genmaicha z prażonym ryżem',
    milliEuro: 6900,
    weight: 9,
    variants: weights,
  },
  {
    code: 'TEA-HOJ',
    names:
      'Roasted Hōjicha | Hōjicha, geröstet | Hōjicha torréfié | ほうじ茶 | Rostat te Hōjicha | Prażona herbata Hōjicha',
    milliEuro: 7200,
    weight: 8,
    variants: weights,
  },
  {
    code: 'TEA-JAS',
    names: 'Jasmine Green Tea | Jasmintee | Thé au jasmin | ジャスミン茶 | Jasminte | Herbata jaśminowa',
    milliEuro: 6500,
    weight: 9,
    variants: weights,
  },
  {
    code: 'TEA-OOL',
    names:
      'Oolong, Lightly Rolled | Oolong, leicht gerollt | Oolong légèrement roulé | 烏龍茶 | Lätt rullad oolong | Oolong lekko zwijany',
    milliEuro: 8900,
    weight: 7,
    variants: weights,
  },
  {
    code: 'TEA-ASM',
    names:
      'Assam Black Tea | Schwarzer Tee Assam | Thé noir d’Assam | アッサム紅茶 | Svart te Assam | Czarna herbata Assam',
    milliEuro: 5400,
    weight: 12,
    variants: weights,
  },
  {
    code: 'TEA-DAR',
    names:
      'Darjeeling First Flush | Darjeeling First Flush | Darjeeling de printemps | ダージリン春摘み | Darjeeling vårskörd | Darjeeling wiosenny',
    milliEuro: 9800,
    weight: 8,
    variants: weights,
  },
  {
    code: 'TEA-EGR',
    names:
      'Earl Grey with Bergamot | Earl Grey mit Bergamotte | Earl Grey à la bergamote | アールグレイ | Earl Grey med bergamott | Earl Grey z bergamotką',
    milliEuro: 5900,
    weight: 13,
    variants: weights,
  },
  {
    code: 'TEA-ROO',
    names:
      'Rooibos & Orange Peel | Rooibos mit Orangenschale | Rooibos et écorce d’orange | ルイボス・オレンジ | Rooibos med apelsinskal | Rooibos ze skórką pomarańczy',
    milliEuro: 4900,
    weight: 9,
    variants: weights,
  },
  {
    code: 'TEA-CHA',
    names:
      'Whole Camomile Flowers | Kamillenblüten, ganz | Fleurs de camomille | カモミール | Hela kamomillblommor | Kwiat rumianku',
    milliEuro: 4500,
    weight: 7,
    variants: weights,
  },
  {
    code: 'TEA-WIN',
    names:
      'Winter Spice Tea | Wintergewürztee | Thé d’hiver aux épices | 冬のスパイスティー | Vinterkryddat te | Zimowa herbata korzenna',
    milliEuro: 6200,
    weight: 10,
    variants: weights,
  },
  {
    code: 'TEA-MAT',
    names:
      'Ceremonial Matcha | Matcha für Zeremonien | Matcha de cérémonie | 抹茶 | Matcha för ceremoni | Matcha ceremonialna',
    milliEuro: 19_800,
    weight: 8,
    variants: tins,
  },
];

const ceramics: readonly ProductFamily[] = [
  {
    code: 'CER-POT',
    names:
      'Side-Handle Teapot, 300 ml | Seitengriffkanne, 300 ml | Théière kyusu, 300 ml | 急須 300 ml | Tekanna, 300 ml | Czajniczek, 300 ml',
    milliEuro: 58_000,
    weight: 4,
    variants: glazes,
  },
  {
    code: 'CER-CUP',
    names:
      'Tea Cup, 160 ml | Teebecher, 160 ml | Tasse à thé, 160 ml | 湯のみ 160 ml | Tekopp, 160 ml | Czarka, 160 ml',
    milliEuro: 19_500,
    weight: 11,
    variants: glazes,
  },
  {
    code: 'CER-BWL',
    names: 'Matcha Bowl | Matcha-Schale | Bol à matcha | 抹茶碗 | Matchaskål | Miseczka do matchy',
    milliEuro: 36_000,
    weight: 5,
    variants: glazes,
  },
  {
    code: 'CER-PLT',
    names:
      'Small Plate, Ø 15 cm | Kleiner Teller, Ø 15 cm | Petite assiette, Ø 15 cm | 豆皿 直径15cm | Liten tallrik, Ø 15 cm | Talerzyk, Ø 15 cm',
    milliEuro: 16_900,
    weight: 6,
    variants: glazes,
  },
  {
    code: 'CER-CAD',
    names: 'Tea Caddy with Lid | Teedose mit Deckel | Boîte à thé | 茶筒 | Teburk med lock | Pojemnik na herbatę',
    milliEuro: 29_000,
    weight: 5,
    variants: glazes,
  },
  {
    code: 'CER-VAS',
    names: 'Bud Vase | Knospenvase | Soliflore | 一輪挿し | Liten vas | Wazonik',
    milliEuro: 24_500,
    weight: 4,
    variants: glazes,
  },
  {
    code: 'CER-HAS',
    names:
      'Chopstick Rest, Set of 4 | Stäbchenbank, 4er-Set | Repose-baguettes, lot de 4 | 箸置き 4個組 | Ätpinneställ, 4 st | Podpórki pod pałeczki, 4 szt.',
    milliEuro: 14_000,
    weight: 5,
    variants: glazes,
  },
  {
    code: 'CER-TRY',
    names:
      'Oval Tray, 24 cm | Ovales Tablett, 24 cm | Plateau ovale, 24 cm | 楕円盆 24cm | Oval bricka, 24 cm | Owalna taca, 24 cm',
    milliEuro: 39_000,
    weight: 3,
    variants: glazes,
  },
  {
    code: 'CER-JUG',
    names:
      'Pouring Jug, 250 ml | Gießkännchen, 250 ml | Pichet verseur, 250 ml | 湯冷まし 250ml | Hällkanna, 250 ml | Dzbanuszek, 250 ml',
    milliEuro: 27_500,
    weight: 4,
    variants: glazes,
  },
  {
    code: 'CER-INC',
    names: 'Incense Dish | Räucherschale | Porte-encens | 香立て | Rökelsefat | Podstawka na kadzidło',
    milliEuro: 17_500,
    weight: 3,
    variants: glazes,
  },
];

const paper: readonly ProductFamily[] = [
  {
    code: 'PAP-NB5',
    names:
      'Notebook A5, 160 pages | Notizbuch A5, 160 Seiten | Carnet A5, 160 pages | ノート A5 160ページ | Anteckningsbok A5, 160 sidor | Notes A5, 160 stron',
    milliEuro: 14_900,
    weight: 12,
    variants: rulings,
  },
  {
    code: 'PAP-NB6',
    names:
      'Pocket Notebook A6 | Taschenheft A6 | Carnet de poche A6 | 文庫ノート A6 | Fickbok A6 | Notes kieszonkowy A6',
    milliEuro: 8900,
    weight: 10,
    variants: rulings,
  },
  {
    code: 'PAP-LET',
    names:
      'Letter Set, 12 Sheets | Briefset, 12 Blatt | Papier à lettres, 12 feuilles | レターセット 12枚 | Brevset, 12 ark | Papeteria, 12 arkuszy',
    milliEuro: 11_500,
    weight: 6,
    variants: motifs,
  },
  {
    code: 'PAP-WAS',
    names:
      'Washi Tape, 10 m | Washi-Tape, 10 m | Ruban washi, 10 m | マスキングテープ 10m | Washitejp, 10 m | Taśma washi, 10 m',
    milliEuro: 3900,
    weight: 16,
    variants: motifs,
  },
  {
    code: 'PAP-PCD',
    names:
      'Postcards, Set of 8 | Postkarten, 8er-Set | Cartes postales, lot de 8 | ポストカード 8枚組 | Vykort, 8 st | Pocztówki, 8 szt.',
    milliEuro: 7900,
    weight: 9,
    variants: motifs,
  },
  {
    code: 'PAP-CAL',
    names:
      'Perpetual Calendar | Immerwährender Kalender | Calendrier perpétuel | 万年カレンダー | Evighetskalender | Kalendarz wieczny',
    milliEuro: 18_900,
    weight: 5,
    variants: motifs,
  },
  {
    code: 'PAP-WRP',
    names:
      'Wrapping Paper, 3 Sheets | Geschenkpapier, 3 Bogen | Papier cadeau, 3 feuilles | 包装紙 3枚 | Presentpapper, 3 ark | Papier ozdobny, 3 arkusze',
    milliEuro: 5900,
    weight: 8,
    variants: motifs,
  },
];

const writing: readonly ProductFamily[] = [
  {
    code: 'STA-INK',
    names:
      'Fountain Pen Ink, 30 ml | Füllertinte, 30 ml | Encre pour stylo, 30 ml | 万年筆インク 30ml | Bläck, 30 ml | Atrament, 30 ml',
    milliEuro: 12_500,
    weight: 9,
    variants: inks,
  },
  {
    code: 'STA-BRP',
    names: 'Brush Pen | Pinselstift | Stylo pinceau | 筆ペン | Penselpenna | Pisak pędzelkowy',
    milliEuro: 5400,
    weight: 10,
    variants: inks,
  },
  {
    code: 'STA-SEA',
    names:
      'Sealing Wax, 2 Sticks | Siegelwachs, 2 Stangen | Cire à cacheter, 2 bâtons | 封蝋 2本 | Sigillack, 2 stänger | Lak, 2 laski',
    milliEuro: 6900,
    weight: 4,
    variants: inks,
  },
  {
    code: 'STA-PCL',
    names:
      'Cedar Pencils, Box of 6 | Zedernholzstifte, 6er-Schachtel | Crayons en cèdre, boîte de 6 | 杉の鉛筆 6本入 | Cederpennor, 6 st | Ołówki cedrowe, 6 szt.',
    milliEuro: 8400,
    weight: 6,
    variants: inks,
  },
];

const bulk: readonly ProductFamily[] = [
  {
    code: 'BLK-FIL',
    names:
      'Paper Tea Filters | Papier-Teefilter | Filtres à thé en papier | ティーフィルター | Tefilter av papper | Filtry papierowe do herbaty',
    milliEuro: 35,
    weight: 12,
    variants: only,
    bulk: true,
  },
  {
    code: 'BLK-TAG',
    names:
      'Kraft Gift Tags | Geschenkanhänger, Kraftpapier | Étiquettes cadeau kraft | クラフトタグ | Etiketter av kraftpapper | Zawieszki kraftowe',
    milliEuro: 125,
    weight: 10,
    variants: only,
    bulk: true,
  },
  {
    code: 'BLK-ENV',
    names:
      'Recycled Envelopes C6 | Umschläge C6, Recyclingpapier | Enveloppes C6 recyclées | 再生紙封筒 C6 | Returpapperskuvert C6 | Koperty C6 z recyklingu',
    milliEuro: 187,
    weight: 9,
    variants: only,
    bulk: true,
  },
  {
    code: 'BLK-STK',
    names:
      'Round Stickers, 40 mm | Runde Aufkleber, 40 mm | Autocollants ronds, 40 mm | 丸シール 40mm | Runda klistermärken, 40 mm | Naklejki okrągłe, 40 mm',
    milliEuro: 92,
    weight: 8,
    variants: only,
    bulk: true,
  },
  {
    code: 'BLK-TIS',
    names:
      'Tissue Paper, Sheet | Seidenpapier, Bogen | Papier de soie, feuille | 薄葉紙 1枚 | Silkespapper, ark | Bibułka, arkusz',
    milliEuro: 143,
    weight: 6,
    variants: only,
    bulk: true,
  },
  {
    code: 'BLK-SAC',
    names:
      'Block-Bottom Tea Bags, 100 g | Blockbodenbeutel, 100 g | Sachets à fond plat, 100 g | 平底茶袋 100g | Tepåsar med platt botten, 100 g | Torebki na herbatę, 100 g',
    milliEuro: 216,
    weight: 5,
    variants: only,
    bulk: true,
  },
  {
    code: 'BLK-COR',
    names:
      'Cotton Cord, Metre | Baumwollkordel, Meter | Cordon en coton, mètre | 綿ひも 1m | Bomullssnöre, meter | Sznurek bawełniany, metr',
    milliEuro: 58,
    weight: 4,
    variants: only,
    bulk: true,
  },
];

/** The whole range of the invented shop: tea, ceramics, paper and things to write with. */
export const productFamilies: readonly ProductFamily[] = [...tea, ...ceramics, ...paper, ...writing, ...bulk];
