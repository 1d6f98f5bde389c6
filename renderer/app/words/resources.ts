import type {ParseKeys} from 'i18next';
import type app from '../../../assets/locales/en/app.json';
import type backups from '../../../assets/locales/en/backups.json';
import type bench from '../../../assets/locales/en/bench.json';
import type bought from '../../../assets/locales/en/bought.json';
import type businesses from '../../../assets/locales/en/businesses.json';
import type catalog from '../../../assets/locales/en/catalog.json';
import type cloud from '../../../assets/locales/en/cloud.json';
import type core from '../../../assets/locales/en/core.json';
import type day from '../../../assets/locales/en/day.json';
import type desks from '../../../assets/locales/en/desks.json';
import type desktop from '../../../assets/locales/en/desktop.json';
import type intake from '../../../assets/locales/en/intake.json';
import type money from '../../../assets/locales/en/money.json';
import type numbers from '../../../assets/locales/en/numbers.json';
import type orders from '../../../assets/locales/en/orders.json';
import type paper from '../../../assets/locales/en/paper.json';
import type papers from '../../../assets/locales/en/papers.json';
import type printing from '../../../assets/locales/en/printing.json';
import type rates from '../../../assets/locales/en/rates.json';
import type recovery from '../../../assets/locales/en/recovery.json';
import type sales from '../../../assets/locales/en/sales.json';
import type scales from '../../../assets/locales/en/scales.json';
import type settings from '../../../assets/locales/en/settings.json';
import type shipping from '../../../assets/locales/en/shipping.json';
import type start from '../../../assets/locales/en/start.json';
import type storage from '../../../assets/locales/en/storage.json';
import type store from '../../../assets/locales/en/store.json';
import type storefronts from '../../../assets/locales/en/storefronts.json';
import type sync from '../../../assets/locales/en/sync.json';
import type time from '../../../assets/locales/en/time.json';
import type told from '../../../assets/locales/en/told.json';
import type tray from '../../../assets/locales/en/tray.json';
import type upload from '../../../assets/locales/en/upload.json';
import type ui from '../../../assets/locales/en/ui.json';

/** The words of each feature, as English has them: a key that is not there does not compile. */
export interface Words {
  readonly app: typeof app;
  readonly backups: typeof backups;
  readonly bench: typeof bench;
  readonly bought: typeof bought;
  readonly businesses: typeof businesses;
  readonly catalog: typeof catalog;
  readonly cloud: typeof cloud;
  readonly core: typeof core;
  readonly day: typeof day;
  readonly desks: typeof desks;
  readonly desktop: typeof desktop;
  readonly intake: typeof intake;
  readonly money: typeof money;
  readonly numbers: typeof numbers;
  readonly orders: typeof orders;
  readonly paper: typeof paper;
  readonly papers: typeof papers;
  readonly printing: typeof printing;
  readonly rates: typeof rates;
  readonly recovery: typeof recovery;
  readonly sales: typeof sales;
  readonly scales: typeof scales;
  readonly settings: typeof settings;
  readonly shipping: typeof shipping;
  readonly start: typeof start;
  readonly storage: typeof storage;
  readonly store: typeof store;
  readonly storefronts: typeof storefronts;
  readonly sync: typeof sync;
  readonly time: typeof time;
  readonly told: typeof told;
  readonly tray: typeof tray;
  readonly ui: typeof ui;
  readonly upload: typeof upload;
}

/** A key with its feature, as data may carry it: `orders:hold`. */
export type WordKey = {[N in keyof Words]: `${N}:${ParseKeys<N>}`}[keyof Words];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Words;
    // JSON is typed as plain text: which variables a sentence has is held by the tests of words, not by the compiler.
    strictKeyChecks: true;
  }
}
