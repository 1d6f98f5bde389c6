import {type Place, place} from './place.ts';

/** Northern and eastern Europe, with the Greek and Cyrillic scripts. Nobody in these lists is meant. */
export const northEasternPlaces: readonly Place[] = [
  place({
    country: 'SE',
    utcOffsetHours: 1,
    taxBasisPoints: 2500,
    region: 'union',
    people: [
      {
        given: 'Åke, Börje, Elin, Göran, Håkan, Linnéa, Märta, Örjan, Sigrid, Tove',
        family: 'Ångman, Björkvall, Fälth, Grönborg, Häggqvist, Lönnroth, Sjöstrand, Ödlund',
      },
    ],
    streets: 'Björkvägen, Fågelsångsgatan, Kungsängsgatan, Lönngränd, Skärgårdsvägen, Älggatan',
    streetForm: '$ N',
    extras: 'lgh 1%0%, c/o Öberg',
    cities: 'Stockholm|11# ##, Göteborg|41# ##, Malmö|21# ##, Umeå|903 ##, Örebro|702 ##',
    companies: 'Pappershandeln Tärnan, Tesalongen Gök & Gran',
    phones: '+46 70 174 06 %#',
  }),
  place({
    country: 'DK',
    utcOffsetHours: 1,
    taxBasisPoints: 2500,
    region: 'union',
    people: [
      {
        given: 'Asbjørn, Bodil, Dorthe, Frøya, Jørgen, Kåre, Maiken, Søren, Tårnfrid',
        family: 'Ærø Holm, Bjerregård, Fløjstrup, Grønkjær, Kærsgaard, Møldrup, Østerbæk, Skovgård',
      },
    ],
    streets: 'Ahornvej, Birkehøj, Gåsetorvet, Kirkestræde, Rødkælkevej, Strandengen',
    streetForm: '$ N',
    extras: '%. tv., st. th.',
    cities: 'København Ø|2100, Aarhus C|8000, Odense C|5000, Aalborg|9000, Sønderborg|6400',
  }),
  place({
    country: 'NO',
    utcOffsetHours: 1,
    taxBasisPoints: 0,
    region: 'world',
    people: [
      {
        given: 'Åshild, Bjørnar, Eirik, Gøril, Ingvild, Sølvi, Trygve, Ørjan',
        family: 'Bjørnstad, Fjæreide, Haugvåg, Kvåle, Nærøy, Skjåk, Øverlid',
      },
    ],
    streets: 'Bjørkeveien, Fjordgata, Kirkegårdsbakken, Skogløkka, Øvre Torggate',
    streetForm: '$ N',
    cities: 'Oslo|05##, Bergen|500#, Tromsø|90##, Trondheim|70##, Bodø|800#',
  }),
  place({
    country: 'FI',
    utcOffsetHours: 2,
    taxBasisPoints: 2550,
    region: 'union',
    people: [
      {
        given: 'Aino, Eeva-Liisa, Heikki, Jyrki, Kyösti, Pälvi, Sisko, Väinö, Yrjö',
        family: 'Hämäläinen, Jääskä, Kärppä, Mäkiranta, Pöyhönen, Sääskilahti, Ylänne',
      },
    ],
    streets: 'Koivukuja, Hämeenkatu, Myllytie, Satamakatu, Vanha Yläkatu',
    streetForm: '$ N',
    extras: 'A %, B 1#',
    cities: 'Helsinki|00%00, Tampere|33%00, Jyväskylä|40%00, Hämeenlinna|13%00',
  }),
  place({
    country: 'PL',
    utcOffsetHours: 1,
    taxBasisPoints: 2300,
    region: 'union',
    people: [
      {
        given: 'Agnieszka, Bożena, Elżbieta, Grażyna, Małgorzata, Świętosława, Żaneta',
        family: 'Brzęczyszczyk, Dąbrówka, Gęśla, Jaśkiewicz, Kołłątajska, Łęcka, Ożóg, Źrebiec',
      },
      {
        given: 'Bogusław, Jędrzej, Łukasz, Paweł, Stanisław, Wacław, Zdzisław',
        family: 'Brzęczyszczyk, Dąbrówka, Gęśla, Jaśkiewicz, Łącki, Mądrzyk, Ożóg, Żółkoś',
      },
    ],
    streets: 'ul. Lipowa, ul. Źródlana, ul. Świętojańska, al. Dębowa, os. Słoneczne, ul. Żurawia',
    streetForm: '$ N/%',
    cities: 'Warszawa|00-###, Kraków|30-###, Łódź|90-###, Wrocław|50-###, Gdańsk|80-###, Rzeszów|35-###',
    companies: 'Herbaciarnia Pod Żurawiem, Papiernia Jaśmin',
  }),
  place({
    country: 'CZ',
    utcOffsetHours: 1,
    taxBasisPoints: 2100,
    region: 'union',
    people: [
      {
        given: 'Božena, Jiřina, Květa, Ludmila, Šárka, Žofie',
        family: 'Čížková, Dvořáčková, Hřebíčková, Křížová, Řeháčková, Šťastníková, Žďárská',
      },
      {
        given: 'Bořivoj, Čeněk, Jiří, Ondřej, Přemysl, Řehoř, Zdeněk',
        family: 'Čížek, Dvořáček, Hřebíček, Kříž, Řeháček, Šťastník, Žďárský',
      },
    ],
    streets: 'Lipová, Na Příkopech, Nádražní, U Řeky, Zahradní, Žižkova',
    streetForm: '$ N',
    cities: 'Praha|1%0 00, Brno|6%2 00, Plzeň|3%1 00, České Budějovice|370 0%, Ústí nad Labem|400 0%',
  }),
  place({
    country: 'GR',
    utcOffsetHours: 2,
    taxBasisPoints: 2400,
    region: 'union',
    people: [
      {
        given: 'Αγγελική:angeliki, Ευφροσύνη:effrosyni, Καλλιόπη:kalliopi, Μυρτώ:myrto, Χρυσάνθη:chrysanthi',
        family: 'Αναγνώστου:anagnostou, Δελλή:delli, Ζερβού:zervou, Λαμπροπούλου:lampropoulou, Ξυδάκη:xydaki',
      },
      {
        given: 'Αχιλλέας:achilleas, Θεόφιλος:theofilos, Λεωνίδας:leonidas, Σπύρος:spyros, Φώτης:fotis',
        family: 'Αναγνώστου:anagnostou, Δελλής:dellis, Ζερβός:zervos, Λαμπρόπουλος:lampropoulos, Ξυδάκης:xydakis',
      },
    ],
    streets: 'Ελιάς, Οδός Ανέμων, Λεωφόρος Θαλάσσης, Πλατεία Αγοράς, Ροδοδάφνης',
    streetForm: '$ N',
    cities: 'Αθήνα|10# ##, Θεσσαλονίκη|54# ##, Πάτρα|26# ##, Ηράκλειο|71# ##',
  }),
  place({
    country: 'BG',
    utcOffsetHours: 2,
    taxBasisPoints: 2000,
    region: 'union',
    people: [
      {
        given: 'Божидара:bozhidara, Десислава:desislava, Йорданка:yordanka, Цветелина:tsvetelina, Яна:yana',
        family: 'Въжарова:vazharova, Жечева:zhecheva, Кънчева:kancheva, Райчева:raycheva, Щерева:shtereva',
      },
      {
        given: 'Асен:asen, Захари:zahari, Любомир:lyubomir, Пламен:plamen, Чавдар:chavdar',
        family: 'Въжаров:vazharov, Жечев:zhechev, Кънчев:kanchev, Райчев:raychev, Щерев:shterev',
      },
    ],
    streets: 'ул. Липа, ул. Черешова градина, бул. Дунав, ул. Вятърна мелница, ул. Ябълка',
    streetForm: '$ N',
    extras: 'вх. А, ет. %, бл. 1#, ап. 2#',
    cities: 'София|1%##, Пловдив|40##, Варна|90##, Велико Търново|50##',
  }),
];
