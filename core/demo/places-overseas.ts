import {type Place, place} from './place.ts';

/** America, Asia and Oceania, with the scripts of China, Japan and Korea. Nobody in these lists is meant. */
export const overseasPlaces: readonly Place[] = [
  place({
    country: 'US',
    utcOffsetHours: -6,
    taxBasisPoints: 0,
    region: 'world',
    people: [
      {
        given:
          'Abilene, Beau, Calvin, Delphine, Everett, Guadalupe, Harlan, Josefina, Marlowe, Renée, Thaddeus, Winona',
        family: 'Abernathy, Birdsong, Castañeda, Culpepper, Hollingsworth, Núñez, O’Rourke-Lane, Pemberton, Whitcombe',
      },
    ],
    streets: 'Bluebird Ln, Cottonwood Dr, Elm St, Harvest Moon Rd, Juniper Ave, Mesa Verde Blvd, N Willow Ct',
    streetForm: 'N $',
    houseMax: 4200,
    extras: 'Apt %B, Suite 2##, Unit 1#',
    cities:
      'New York|100##|NY, Portland|972##|OR, Austin|787##|TX, San José|951##|CA, Minneapolis|554##|MN, Boise|837##|ID, Asheville|288##|NC',
    companies: 'Paper Lantern Books, The Steeping Room LLC, Finch & Fern Stationers',
    phones: '+1 212 555 01##, +1 503 555 01##, +1 512 555 01##',
  }),
  place({
    country: 'CA',
    utcOffsetHours: -5,
    taxBasisPoints: 0,
    region: 'world',
    people: [
      {
        given: 'Amélie, Brooklynn, Déline, Étienne, Gordon, Marie-Ève, Nolan, Tremaine',
        family: 'Beauchemin, Côté-Roy, Fraserwood, Lévesque, McGillivrey, Okpik, Thériault',
      },
    ],
    streets: 'Birchmount Rd, Chemin du Lac, Glacier Way, Maple Ridge Cres, rue Saint-Zotique',
    streetForm: 'N $',
    houseMax: 2400,
    extras: 'Unit 2#, app. %',
    cities:
      'Toronto|M5V %@%|ON, Montréal|H2X %@%|QC, Vancouver|V6B %@%|BC, Halifax|B3H %@%|NS, Trois-Rivières|G9A %@%|QC',
    phones: '+1 416 555 01##, +1 514 555 01##',
  }),
  place({
    country: 'AU',
    utcOffsetHours: 10,
    taxBasisPoints: 1000,
    region: 'world',
    people: [
      {
        given: 'Bronte, Callum, Darcy, Imelda, Kirra, Lachlan, Matilda, Talia',
        family: 'Ashgrove, Billingham, Carrigan, Dunphy, Nguyễn-Hart, Pappas, Wetherall',
      },
    ],
    streets: 'Banksia St, Cockatoo Cl, Jacaranda Ave, Old Ferry Rd, Wattle Gr',
    streetForm: 'N $',
    extras: 'Unit %, Level 1%',
    cities: 'Sydney|20##|NSW, Melbourne|300#|VIC, Brisbane|400#|QLD, Hobart|700#|TAS, Perth|600#|WA',
    phones: '+61 491 570 006, +61 491 570 156, +61 491 570 157, +61 491 570 158',
  }),
  place({
    country: 'NZ',
    utcOffsetHours: 12,
    taxBasisPoints: 0,
    region: 'world',
    people: [
      {
        given: 'Aroha, Finlay, Hēmi, Kahurangi, Mākoha, Pippa, Tāne',
        family: 'Braithwaite, Henare, Kererū, McAllister, Parāoa, Te Awa',
      },
    ],
    streets: 'Kōwhai Street, Pūkeko Lane, Rimu Road, Tasman Terrace',
    streetForm: 'N $',
    cities: 'Auckland|10##, Wellington|60##, Whangārei|01##, Christchurch|80##',
  }),
  place({
    country: 'BR',
    utcOffsetHours: -3,
    taxBasisPoints: 0,
    region: 'world',
    people: [
      {
        given: 'Antônia, Caetana, Flávio, Iara, Luís, Mônica, Otávio, Thaís',
        family: 'Araújo Lins, Bragança, Conceição, Falcão, Galvão Nunes, Sá Freire, Vilhena',
      },
    ],
    streets: 'Rua das Acácias, Avenida Ipê-Amarelo, Rua São João, Travessa do Açaí, Rua Jatobá',
    streetForm: '$, N',
    houseMax: 1800,
    extras: 'Apto 2#, Bloco B',
    cities: 'São Paulo|01###-###|SP, Curitiba|80###-###|PR, Belém|66###-###|PA, Florianópolis|88###-###|SC',
  }),
  place({
    country: 'MX',
    utcOffsetHours: -6,
    taxBasisPoints: 0,
    region: 'world',
    people: [
      {
        given: 'Citlali, Gerónimo, Itzel, Jesús, Maricruz, Nicolás, Xóchitl, Yolotzin',
        family: 'Ávila Nieto, Bañuelos, Cárdenas Ruiz, Mondragón, Núñez Peña, Tlapale, Zúñiga',
      },
    ],
    streets: 'Calle Jacarandas, Avenida Revolución, Calle Nopalitos, Privada del Águila, Calzada del Árbol',
    streetForm: '$ N',
    houseMax: 900,
    extras: 'Int. %, Depto. 1#',
    cities: 'Ciudad de México|06###|CDMX, Guadalajara|44###|JAL, Mérida|97###|YUC, Querétaro|76###|QRO',
  }),
  place({
    country: 'JP',
    utcOffsetHours: 9,
    taxBasisPoints: 1000,
    region: 'world',
    nameForm: 'family given',
    people: [
      {
        given:
          '彩花:ayaka, 千紘:chihiro, 拓海:takumi, 美穂子:mihoko, 悠人:yuto, 直子:naoko, 航:wataru, さくら:sakura, 健太郎:kentaro, ユリ:yuri',
        family:
          '小松原:komatsubara, 西川:nishikawa, 髙橋:takahashi, 三浦:miura, 𠮷田:yoshida, 渡邉:watanabe, 岡本:okamoto, 田村:tamura, 千葉:chiba',
      },
    ],
    streets: '桜丘町, 緑が丘, 本町通, 若葉台, 月見野, 梅ヶ枝町',
    streetForm: '$%-N-%',
    houseMax: 28,
    extras: 'メゾン若葉 %0%号室, コーポ桜 20%, グリーンハイツ 1%階',
    cities:
      '渋谷区|150-00##|東京都, 大阪市北区|530-00##|大阪府, 京都市左京区|606-8###|京都府, 札幌市中央区|060-00##|北海道, 福岡市中央区|810-00##|福岡県, 金沢市|920-08##|石川県',
    companies: '株式会社つばめ茶房, 文具のかもめ堂',
  }),
  place({
    country: 'KR',
    utcOffsetHours: 9,
    taxBasisPoints: 0,
    region: 'world',
    nameForm: 'familygiven',
    people: [
      {
        given: '가온:gaon, 서윤:seoyun, 소율:soyul, 시온:sion, 예나:yena, 재민:jaemin, 하준:hajun, 다솜:dasom',
        family: '강:kang, 김:kim, 노:noh, 박:park, 오:oh, 이:lee, 정:jung, 최:choi',
      },
    ],
    streets: '벚꽃로, 새싹길, 은행나무로, 달빛로, 솔바람길',
    streetForm: '$ N',
    extras: '10%동 %0%호, %층',
    cities: '강남구|06###|서울특별시, 해운대구|480##|부산광역시, 수성구|421##|대구광역시, 제주시|631##|제주특별자치도',
  }),
  place({
    country: 'CN',
    utcOffsetHours: 8,
    taxBasisPoints: 0,
    region: 'world',
    nameForm: 'familygiven',
    people: [
      {
        given: '思源:siyuan, 雨桐:yutong, 静怡:jingyi, 浩然:haoran, 嘉宁:jianing, 文博:wenbo, 晓岚:xiaolan',
        family: '陈:chen, 李:li, 林:lin, 刘:liu, 王:wang, 杨:yang, 张:zhang, 欧阳:ouyang',
      },
    ],
    streets: '桃花路, 青石巷, 银杏大街, 东湖路, 云溪路',
    streetForm: '$N号',
    houseMax: 388,
    extras: '%号楼%单元%0%室',
    cities: '朝阳区|1000##|北京市, 徐汇区|2000##|上海市, 天河区|5106##|广东省广州市, 西湖区|3100##|浙江省杭州市',
  }),
  place({
    country: 'TW',
    utcOffsetHours: 8,
    taxBasisPoints: 0,
    region: 'world',
    nameForm: 'familygiven',
    people: [
      {
        given: '怡蓁:yizhen, 冠廷:guanting, 雅筑:yazhu, 柏翰:bohan, 佩珊:peishan, 承恩:chengen',
        family: '陳:chen, 黃:huang, 林:lin, 張:chang, 吳:wu, 蔡:tsai, 簡:chien',
      },
    ],
    streets: '茶香街, 木棉路一段, 溪畔路, 鳳凰街二段, 竹林路',
    streetForm: '$N號',
    houseMax: 260,
    extras: '%樓, %樓之%',
    cities: '大安區|106##|臺北市, 西屯區|407##|臺中市, 左營區|813##|高雄市, 東區|300##|新竹市',
  }),
  place({
    country: 'HK',
    utcOffsetHours: 8,
    taxBasisPoints: 0,
    region: 'world',
    nameForm: 'familygiven',
    people: [
      {
        given: '家敏:kaman, 詠詩:wingsze, 子軒:tszhin, 穎彤:wingtung, 志遠:chiyuen',
        family: '陳:chan, 何:ho, 李:lee, 梁:leung, 鄭:cheng, 黃:wong',
      },
    ],
    streets: '榕樹街, 海風道, 荔枝角徑, 白鷺街',
    streetForm: '$N號',
    houseMax: 180,
    extras: '海景閣%樓A室, 榮華大廈1%樓C室',
    cities: '旺角||九龍, 中環||香港島, 沙田||新界',
  }),
];
