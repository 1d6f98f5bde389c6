import {type Place, place} from './place.ts';

/** Western and southern Europe. Nobody in these lists is meant; phones are the ranges regulators keep for film and stage. */
export const westernPlaces: readonly Place[] = [
  place({
    country: 'DE',
    utcOffsetHours: 1,
    taxBasisPoints: 1900,
    region: 'home',
    people: [
      {
        given:
          'Anneliese, Björn, Cäcilia, Detlef, Friederike, Günther, Hannelore, Jörg, Käthe, Lukas, Mareike, Thorben',
        family: 'Ackermann, Böttcher, Dörfler, Eßer, Gößling, Hünerfeld, Kühnlein, Löffelholz, Müßig, Rößner, Wäldchen',
      },
    ],
    streets: 'Ahornweg, Birkenallee, Gärtnerstraße, Kirschblütenweg, Lindenstraße, Mühlgasse, Schloßplatz, Wiesengrund',
    streetForm: '$ N',
    extras: 'Hinterhaus, %. OG links, Seitenflügel, c/o Weiß',
    cities:
      'Berlin|10###, Hamburg|22###, München|80###, Köln|50###, Leipzig|04###, Nürnberg|90###, Würzburg|97###, Lübeck|235##',
    companies: 'Teestube am Wall, Blumen & Papier Möwe, Café Zwölf Stühle, Buchladen Eulenflug',
    phones: '+49 30 23125 ###, +49 40 66969 ###, +49 89 99998 ###',
  }),
  place({
    country: 'AT',
    utcOffsetHours: 1,
    taxBasisPoints: 2000,
    region: 'union',
    people: [
      {
        given: 'Alois, Elfriede, Franziska, Gerlinde, Korbinian, Leopold, Roswitha, Veronika',
        family: 'Ebnöther, Grünauer, Hölzl, Köstinger, Mößlacher, Pichlmayr, Süßmeier, Zwölfer',
      },
    ],
    streets: 'Am Brühl, Flötzersteig, Kastanienallee, Mariengasse, Rosenhügel, Weinbergweg',
    streetForm: '$ N/%',
    extras: 'Stiege %, Top 1#',
    cities: 'Wien|10%0, Graz|801#, Salzburg|502#, Innsbruck|602#, Linz|402#',
  }),
  place({
    country: 'CH',
    utcOffsetHours: 1,
    taxBasisPoints: 0,
    region: 'world',
    people: [
      {
        given: 'Beat, Corinne, Flurin, Ladina, Reto, Sévérine, Ursina, Yves',
        family: 'Aebischer, Bärtschi, Cavegn, Flückiger, Jäggi, Rüttimann, Zürcher-Favre',
      },
    ],
    streets: 'Bärengasse, Chemin des Vergers, Hirschengraben, Kornhausweg, Rebbergstrasse',
    streetForm: '$ N',
    cities: 'Zürich|80##, Bern|30##, Basel|40##, Genève|120#, Chur|7000',
  }),
  place({
    country: 'FR',
    utcOffsetHours: 1,
    taxBasisPoints: 2000,
    region: 'union',
    people: [
      {
        given: 'Adélaïde, Benoît, Chloé, Édouard, Félicité, Gaël, Héloïse, Loïc, Maëlys, Noémie, Raphaël, Zoé',
        family:
          'Bélanger-Roy, Cœurdevey, Delaître, Fontenoy, Guérineau, Lefèbvre, Maçonnet, Péronnet, Rivoire, Vaillançon',
      },
    ],
    streets:
      'rue de l’Église, rue des Lilas, avenue des Tilleuls, allée des Chênes, impasse du Moulin, quai aux Fleurs, rue Haute',
    streetForm: 'N $',
    extras: 'Bâtiment A, Escalier B, %e étage, Résidence Les Glycines',
    cities: 'Paris|750##, Lyon|6900%, Nîmes|30000, Orléans|45000, Besançon|25000, Saint-Étienne|42000, Nantes|44000',
    companies: 'Salon de thé L’Hirondelle, Papeterie du Canal, Épicerie Fine Bécasse',
    phones: '+33 1 99 00 ## ##, +33 6 39 98 ## ##',
  }),
  place({
    country: 'BE',
    utcOffsetHours: 1,
    taxBasisPoints: 2100,
    region: 'union',
    people: [
      {
        given: 'Amélie, Dieter, Élodie, Joris, Liesbeth, Maxence, Noor, Wouter',
        family: 'Baeckelandt, D’Hooghe, Lambrecht, Maréchal, Ooghe, Poncelet, Van den Eynde, Vercauteren',
      },
    ],
    streets: 'Kerkstraat, Rue du Marché, Lindelaan, Rue des Prés, Molenweg, Vismarkt',
    streetForm: '$ N',
    extras: 'bus %, boîte %',
    cities: 'Brussel|1000, Antwerpen|20#0, Gent|9000, Liège|4000, Namur|5000',
  }),
  place({
    country: 'IT',
    utcOffsetHours: 1,
    taxBasisPoints: 2200,
    region: 'union',
    people: [
      {
        given: 'Agnese, Beniamino, Donatella, Ernesto, Fiorella, Leonardo, Noè, Ottavia, Samuele, Zoe',
        family: 'Bevilacqua, Calò, D’Aniello, Fornasari, Lo Cicero, Mazzantini, Nicolò, Pellegrinò, Tuccillo',
      },
    ],
    streets: 'Via dei Tigli, Via della Libertà, Corso Umberto, Piazza San Nicolò, Vicolo Stretto, Viale dei Pini',
    streetForm: '$ N',
    extras: 'Scala B, Interno 1#',
    cities:
      'Roma|001##|RM, Milano|201##|MI, Torino|101##|TO, Forlì|4712#|FC, Cantù|22063|CO, Napoli|801##|NA, Palermo|901##|PA',
    companies: 'Cartoleria La Piuma, Sala da Tè Bergamotto',
  }),
  place({
    country: 'ES',
    utcOffsetHours: 1,
    taxBasisPoints: 2100,
    region: 'union',
    people: [
      {
        given: 'Ainhoa, Begoña, Íñigo, Joaquín, Lucía, Martín, Núria, Óscar, Rocío, Verónica',
        family: 'Arrúe Beltrán, Cañizares, Echeverría, Güell Soler, Ibáñez, Muñoz Ribó, Peñalver, Quiñones, Yáñez',
      },
    ],
    streets: 'Calle del Olmo, Calle Mayor, Avenida de la Constitución, Carrer de la Lluna, Plaza España, Calle Ñandú',
    streetForm: '$, N',
    extras: '%º izquierda, %º dcha., Escalera B',
    cities:
      'Madrid|280##|Madrid, Barcelona|080##|Barcelona, A Coruña|1500#|A Coruña, Cádiz|1100#|Cádiz, Málaga|290##|Málaga, León|2400#|León',
  }),
  place({
    country: 'NL',
    utcOffsetHours: 1,
    taxBasisPoints: 2100,
    region: 'union',
    people: [
      {
        given: 'Anouk, Daniël, Hanneke, Femke, Jurriën, Koen, Michèle, Renée, Sjoerd, Zoë',
        family: 'Achterberg, Bruïne, De Wilde, ’t Hart, Hoogeveen, IJzerman, Reijnders, Van der Zande',
      },
    ],
    streets: 'Appelgracht, Dorpsstraat, Kastanjelaan, Molenkade, Prinsenhof, Zeeweg',
    streetForm: '$ N',
    extras: '%-hoog, achter',
    cities: 'Amsterdam|10%# @@, Rotterdam|30%# @@, Utrecht|35%# @@, Groningen|97%# @@, ’s-Hertogenbosch|52%# @@',
  }),
  place({
    country: 'PT',
    utcOffsetHours: 0,
    taxBasisPoints: 2300,
    region: 'union',
    people: [
      {
        given: 'Afonso, Beatriz, Conceição, Duarte, Inês, João, Leonor, Simão',
        family: 'Assunção, Brandão, Falcão Reis, Guimarães, Magalhães, Noé, Queirós, Simões',
      },
    ],
    streets: 'Rua das Flores, Rua da Conceição, Avenida da Liberdade, Travessa do Moinho, Largo do Chão',
    streetForm: '$, N',
    extras: '%.º Esq., R/C Dto.',
    cities: 'Lisboa|1%00-###, Porto|4%00-###, Évora|7000-###, Guimarães|4800-###',
  }),
  place({
    country: 'IE',
    utcOffsetHours: 0,
    taxBasisPoints: 2300,
    region: 'union',
    people: [
      {
        given: 'Aoife, Cillian, Dáithí, Gráinne, Niamh, Oisín, Róisín, Séamus',
        family: 'Ó Conaill, Mac Giolla, Ní Bhriain, Tierney, Fogarty, Breathnach, Hennelly',
      },
    ],
    streets: 'Abbey Lane, Bóthar na Trá, Harbour Road, Meadow Close, Orchard Terrace',
    streetForm: 'N $',
    cities: 'Dublin|D0% @%@%, Cork|T12 @%@%, Galway|H91 @%@%, Limerick|V94 @%@%',
    phones: '+353 20 91# ####',
  }),
  place({
    country: 'GB',
    utcOffsetHours: 0,
    taxBasisPoints: 2000,
    region: 'world',
    people: [
      {
        given: 'Alistair, Bethan, Clementine, Dougal, Esme, Fergus, Imogen, Nigel, Rhiannon, Siân, Tamsin, Zoë',
        family:
          'Ainscough, Brockbank, Cholmondeley, Featherby, Gwynne-Ellis, MacAskill, Ormerod, Pettigrew, Thistlewood',
      },
    ],
    streets:
      'Apple Tree Lane, Church Road, Foundry Yard, Heather Crescent, Mill Street, Quayside, The Orchard, Wren Close',
    streetForm: 'N $',
    extras: 'Flat %, Flat 1%B, The Old Dairy',
    cities:
      'London|SW1% %@@, Manchester|M1% %@@, Edinburgh|EH% %@@, Cardiff|CF1% %@@, Belfast|BT% %@@, York|YO1 %@@, Bath|BA1 %@@',
    companies: 'The Paper Heron Ltd, Kettle & Quill, Fig Lane Tea Rooms',
    phones: '+44 7700 900###, +44 20 7946 0###, +44 161 496 0###',
  }),
];
