/** Letters of names and streets, common ones, from which invented ones are made. */
const han =
  '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文' +
  '明国华建平志伟东海强晓生光林小民永杰军波成荣新峰刚家龙德庆斌辉良玉俊立浩天宏子松克清长嘉红山贤阳乐锋智青跃元涛雪秀英兰芳娟敏静丽桂凤梅艳珍霞春月婷慧莉香萍莲真环瑞凡佳琼勤颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝' +
  '路街道区县市省镇村号楼层室栋弄巷里坊门桥河湖湾岛港城关台庄园广场北南西东中前后左右上下大新古老安福寿康宁';
const kanji =
  '佐藤鈴木高橋田中伊渡辺山本村小林加吉松井上清崎池森阿部石川前岡長谷遠青坂福太西三原和野竹金内丸後今河杉平菅市久保酒工横宮堀服大熊須増島水谷岩桜千葉柴神新潟静広京都府県区町丁目番号台丘坂橋駅通条筋浜浦崎岬沢滝湯温泉美咲結衣陽葵凛蓮湊翔悠真優花莉子奈緒彩香織理恵裕子直樹健一郎次雄誠哲也浩介拓海' +
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';
const syllables = [
  'ma',
  'ri',
  'jö',
  'an',
  'dré',
  'lu',
  'sen',
  'ka',
  'to',
  'ña',
  'be',
  'åse',
  'wil',
  'fré',
  'gi',
  'õla',
  'pé',
  'sta',
  'ver',
  'zü',
  'ho',
  'le',
  'çi',
  'no',
  'æt',
  'ber',
  'lin',
  'mann',
  'dou',
  'rué',
];

/** A word of some letters of that script; the same dice give the same word. */
export function inventedWord(country: string, length: number, dice: (below: number) => number): string {
  const pick = (letters: string | readonly string[]) => letters[dice(letters.length)] ?? '';
  const make = (one: () => string) => Array.from({length}, one).join('');
  if (country === 'KR') return make(() => String.fromCharCode(0xac00 + dice(11_172)));
  if (country === 'JP') return make(() => pick(kanji));
  if (country === 'CN' || country === 'TW' || country === 'HK') return make(() => pick(han));
  const word = make(() => pick(syllables));
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
