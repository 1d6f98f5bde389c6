import {dice} from '../lib/dice.ts';

export interface InventedLine {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly priceMinor: number;
}

/** An order of invented people, as an export would tell it; amounts in hundredths, prices contain their tax. */
export interface InventedOrder {
  /** 1, 2 ... */
  readonly nth: number;
  /** 2026, month and day in two digits each, and a time. */
  readonly month: string;
  readonly day: string;
  readonly time: string;
  readonly name: string;
  readonly handle: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly country: string;
  readonly lines: readonly InventedLine[];
  readonly goodsMinor: number;
  readonly shippingMinor: number;
  readonly totalMinor: number;
}

/** Whose letters the names are written in. */
export type Letters = 'western' | 'chinese' | 'japanese';

const words = {
  western: {
    names: ['Jörg Weiß', 'Zoë Lindqvist', 'Ann "Annie" Reed', 'José Muñoz', 'André Lefèvre', 'Bo Hansen'],
    streets: ['Gartenstraße 3', '12, rue de l’Été', 'Skógarvegur 7', 'Maple Street 9'],
    cities: ['Köln', 'Orléans', 'Málaga', 'York'],
    things: ['Mug, blue', 'Teapot “Été”', 'Plate; large', 'Kännchen', 'Shelf 1.5 m'],
    country: 'Germany',
  },
  japanese: {
    names: ['山田花子', '佐藤太郎', '鈴木一郎', '高橋美咲', '田中健', '伊藤さくら'],
    streets: ['中央区銀座四丁目', '北区大通西二丁目', '左京区吉田本町'],
    cities: ['東京都', '札幌市', '京都市'],
    things: ['湯のみ 青', '急須 大', '木の皿', '竹の箸'],
    country: 'Japan',
  },
  chinese: {
    names: ['李云', '王小明', '张伟', '赵丽颖', '陈思远', '刘洋'],
    streets: ['文一西路一号', '中关村大街二号', '天河路三号'],
    cities: ['杭州市', '北京市', '广州市'],
    things: ['陶瓷杯 蓝', '茶壶（大）', '木盘', '竹筷'],
    country: 'China',
  },
} as const;

/** The same seed gives the same orders. Days are later than the twelfth, so that they cannot be taken for months. */
export function inventedOrders(seed: number | string, letters: Letters, count = 8): readonly InventedOrder[] {
  const chance = dice(seed);
  const {names, streets, cities, things, country} = words[letters];
  const two = (number: number): string => String(number).padStart(2, '0');

  return Array.from({length: count}, (_, at) => {
    const lines = Array.from({length: chance.integer(1, 3)}, (_line, line) => ({
      sku: `S-${String(at)}${String(line)}`,
      title: chance.pick(things),
      quantity: chance.integer(1, 4),
      priceMinor: chance.integer(101, 189_999),
    }));
    const goodsMinor = lines.reduce((sum, {quantity, priceMinor}) => sum + quantity * priceMinor, 0);
    const shippingMinor = chance.pick([0, 490, 1290]);
    return {
      nth: at + 1,
      month: two(chance.integer(1, 12)),
      day: two(chance.integer(13, 28)),
      time: `${two(chance.integer(8, 21))}:${two(chance.integer(0, 59))}:${two(chance.integer(10, 59))}`,
      name: chance.pick(names),
      handle: `buyer${String(chance.integer(100, 999))}`,
      street: chance.pick(streets),
      city: chance.pick(cities),
      postalCode: `0${String(chance.integer(1000, 9999))}`,
      country,
      lines,
      goodsMinor,
      shippingMinor,
      totalMinor: goodsMinor + shippingMinor,
    };
  });
}
