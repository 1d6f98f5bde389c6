import type {Entry, Sha256} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import type {Vault} from '../lib/sealed.ts';
import {check} from '../lib/shape.ts';
import type {Summary} from '../lib/summary.ts';
import type {AnyView} from '../lib/view.ts';
import type {Row, TableName} from '../schema.ts';
import type {Call, Db, Mutator, Query} from '../sync/define.ts';
import type {JustAppended} from '../sync/just-appended.ts';
import {type RowChange, readerOf} from '../sync/overlay.ts';
import {type Outcome, Replica} from '../sync/replica.ts';
import {rowsPerPage} from '../sync/page.ts';
import type {LooseRows, Store} from '../sync/store.ts';
import type {Instant} from '../time/instant.ts';
import {ListView} from './list-view.ts';
import {LiveRead, type Touched} from './live-read.ts';
import type {ListAnswer, ListQuestion} from './list-view.ts';
import {fillTexts, openPersonal} from './fill-texts.ts';
import {type LightColumns, clearValuesOf, packLight, valuesOf} from './page-columns.ts';
import {packerOf} from './new-page.ts';
import {ViewColumns} from './view-columns.ts';

/** Everything the product declares; the engine knows features only through it. */
export interface Registry {
  readonly mutators: readonly Mutator[];
  readonly queries: readonly Query[];
  readonly views: readonly AnyView[];
  readonly summaries: readonly Summary<Db>[];
}

export interface EngineHost {
  readonly store: Store;
  readonly vault: Vault;
  readonly registry: Registry;
  /** Runs the work soon, once, whatever else is asked meanwhile. */
  readonly soon: (work: () => void) => void;
  /** The same after a while, in which a list that grows all the time need not be drawn again. */
  readonly later: (work: () => void) => void;
  /** Tells other windows' engines which rows changed here, or that pages came. */
  readonly announce: (news: readonly RowName[] | PagesCame) => void;
  /** What every transaction has appended to the outbox, at once after it was committed. */
  readonly kept?: (entries: readonly Entry[]) => void;
  /** The host's, many times faster than ours on many bytes. */
  readonly sha256?: Sha256;
  /** Remembers what is appended, for those who tell a master. */
  readonly appended?: JustAppended;
  /** A bug in a live read: the page shows it, the engine goes on. */
  readonly report: (error: unknown) => void;
}

interface Acting {
  readonly at: Instant;
  readonly batch?: string;
  readonly more?: boolean;
  readonly isUrgent?: boolean;
}

export interface RowName {
  readonly table: TableName;
  readonly id: string;
}

/** A table has more pages than it had. */
export interface PagesCame {
  readonly pagesOf: TableName;
}

const headsPerRead = 16;
const headsMax = 1_000_000;

/**
 * The data worker's inside: runs mutators, keeps the columns of every view right, and tells subscribers what they show has
 * become. Works over any store; nothing in it knows a page, a socket or a clock.
 */
export class Engine {
  readonly #host: EngineHost;
  readonly #replica: Replica;
  readonly #columns: ReadonlyMap<string, ViewColumns>;
  readonly #lists = new Set<ListView>();
  readonly #reads = new Set<LiveRead>();
  #ready: Promise<void> | undefined;
  #warming: Promise<void> | undefined;
  #catchingUp: Promise<void> = Promise.resolve();
  #tellPlanned = false;
  #tellPlannedLater = false;

  constructor(host: EngineHost) {
    this.#host = host;
    const pack = packerOf(host.registry.views);
    const {store, registry, sha256, appended} = host;
    this.#replica = new Replica(store, registry.mutators, {
      pack,
      ...(sha256 && {sha256}),
      ...(appended && {appended}),
    });
    this.#columns = new Map(
      host.registry.views.map((view) => {
        const columns = new ViewColumns(view, (segments) => fillTexts(host, columns, segments));
        return [view.name, columns];
      }),
    );
  }

  /** Loads the columns. Reads may be asked for before; they are answered when it is done. */
  start(): Promise<void> {
    return (this.#ready ??= this.#load());
  }

  /**
   * Runs calls in order, each decided alone; answers when the rows are kept and every list here has been told, or, where it is urgent,
   * when the rows are kept: lists are told a little later then, for that is work for the same processors. Where more of the same follows at
   * once (`more`), lists are told of some of it together.
   */
  async mutate(calls: readonly Call[], {more = false, ...acting}: Acting): Promise<readonly Outcome[]> {
    const outcomes = await this.#replica.mutate(calls, acting, ({changes, entries}) => {
      this.#host.kept?.(entries);
      this.#changed(changes, more || acting.isUrgent);
    });
    if (!acting.isUrgent) await this.#catchingUp;
    return outcomes;
  }

  /** What else than a mutation has changed rows here, once it is kept; answers when every list here has been told. */
  async applied(changes: readonly RowChange[]): Promise<void> {
    if (changes.length === 0) return;
    this.#changed(changes);
    await this.#catchingUp;
  }

  /** Pages of new rows were put into a table, by nobody's mutation; answers when the columns have them. */
  async pagesCame(table: TableName): Promise<void> {
    this.#host.announce({pagesOf: table});
    this.#catchUp(() => this.#takePages(table));
    await this.#catchingUp;
  }

  /** Another window changed these rows, or put pages: they are read again. */
  heard(news: readonly RowName[] | PagesCame): void {
    this.#catchUp(() => ('pagesOf' in news ? this.#takePages(news.pagesOf) : this.#readAgain(news)));
  }

  async #readAgain(names: readonly RowName[]): Promise<void> {
    const changes = await this.#host.store.read(async (tx) => {
      const rows: RowChange[] = [];
      for (const {table, id} of names) rows.push({table, id, row: await tx.get(table, id)});
      return rows;
    });
    await this.#apply(changes);
  }

  #changed(changes: readonly RowChange[], more = false): void {
    this.#host.announce(changes.map(({table, id}) => ({table, id})));
    this.#catchUp(() => this.#apply(changes, more));
  }

  /** Keeps a list told through `tell` until it is stopped. */
  watchList(question: ListQuestion, tell: (answer: ListAnswer) => void): ListView {
    const changed = (): void => this.#plan();
    const list = new ListView(this.#viewColumns(question.view), question, {tell, changed, report: this.#host.report});
    this.#lists.add(list);
    void this.start()
      .then(() => list.begin())
      .then(() => this.#warm())
      .catch(this.#host.report);
    return list;
  }

  stopList(list: ListView): void {
    this.#lists.delete(list);
  }

  /** Keeps the answer of a query told; the first comes at once. */
  watchQuery(name: string, args: unknown, tell: (answer: unknown) => void): LiveRead {
    const query = must(
      this.#host.registry.queries.find((candidate) => candidate.name === name),
      `a query named ${name}`,
    );
    const checked = check(query.shape, args);
    must(checked.ok || undefined, `arguments that ${name} takes`);
    const run = (touched: Touched): Promise<unknown> =>
      this.#host.store.read((tx) => query.run(readerOf(tx, touched), args));
    return this.#watch(new LiveRead(run, tell, this.#host.report));
  }

  /** Keeps the answer of a summary told; the first comes once the columns are loaded. */
  watchSummary(name: string, args: unknown, tell: (answer: unknown) => void): LiveRead {
    const summary = must(
      this.#host.registry.summaries.find((candidate) => candidate.name === name),
      `a summary named ${name}`,
    );
    const checked = check(summary.shape, args);
    must(checked.ok || undefined, `arguments that ${name} takes`);
    const columns = this.#viewColumns(summary.view.name);
    const run = async (touched: Touched): Promise<unknown> => {
      await this.start();
      const beside = await this.#host.store.read((tx) => summary.load(readerOf(tx, touched), args));
      touched({table: columns.table});
      if (summary.texts) await columns.texts();
      return summary.run(columns.set, beside, args);
    };
    return this.#watch(new LiveRead(run, tell, this.#host.report));
  }

  stopRead(read: LiveRead): void {
    this.#reads.delete(read);
  }

  #watch(read: LiveRead): LiveRead {
    this.#reads.add(read);
    read.run();
    return read;
  }

  #viewColumns(name: string): ViewColumns {
    return must(this.#columns.get(name), `a view named ${name}`);
  }

  async #load(): Promise<void> {
    for (const columns of this.#columns.values()) {
      for (let from = 0; ;) {
        const heads = await this.#host.store.pageHeads(columns.table, from, headsPerRead);
        for (const head of heads) {
          columns.set.addPages(head.ids, head.columns as LightColumns);
          from = head.page + head.ids.length;
        }
        columns.pages = from;
        if (heads.length < headsPerRead) break;
      }
      await this.#putLoose(columns, await this.#host.store.looseRows(columns.table));
    }
  }

  /** Takes the pages that have come since; rows of them that are known stay where they are. */
  async #takePages(table: TableName): Promise<void> {
    const {store} = this.#host;
    for (const columns of this.#columns.values()) {
      if (columns.table !== table) continue;
      for (const head of await store.pageHeads(table, columns.pages, headsMax)) {
        const ids = head.ids.flatMap((page) => page.split('\n'));
        const isNew = !ids.some((id) => columns.set.knows(id));
        const missing = isNew ? ids : ids.filter((id) => columns.set.find(id) === undefined);
        columns.pages = head.page + head.ids.length;
        if (missing.length === 0) continue;
        if (isNew) columns.addRested(head);
        else await this.#put(columns, await rowsThere(store, table, missing));
        const came = new Set(missing);
        for (const read of this.#reads) if (read.concernsRows(table, came)) read.stale = true;
      }
    }
    this.#planLater();
  }

  /** Rows that stand above the pages: changed ones go over the page's, new ones behind, their personal texts still sealed. */
  async #putLoose(columns: ViewColumns, {gone, changed, added}: LooseRows<TableName>): Promise<void> {
    const {set, view} = columns;
    for (const id of gone) set.remove(id);
    const told = added.map((row) => ({row, values: clearValuesOf(view, row)}));
    told.sort((a, b) => (a.values.numbers[view.mostlyBy] ?? 0) - (b.values.numbers[view.mostlyBy] ?? 0));
    for (let from = 0; from < told.length; from += rowsPerPage) {
      const some = told.slice(from, from + rowsPerPage);
      const rows = some.map(({row}) => row);
      columns.loose.set(set.segments().length, rows);
      set.addPages(
        [rows.map(({id}) => id).join('\n')],
        packLight(
          view,
          some.map(({values}) => values),
        ),
      );
    }
    await this.#put(columns, changed);
  }

  /** Once the first list is told, the texts that nobody has asked for yet, so that a jump or a search finds them here. */
  #warm(): Promise<void> {
    return (this.#warming ??= (async () => {
      for (const columns of this.#columns.values()) await columns.texts();
    })());
  }

  /** One after the other, in the order the changes were kept. */
  #catchUp(work: () => Promise<void>): void {
    this.#catchingUp = this.#catchingUp
      .then(() => this.start())
      .then(work)
      .catch(this.#host.report);
  }

  async #apply(changes: readonly RowChange[], more = false): Promise<void> {
    for (const columns of this.#columns.values()) {
      const mine = changes.filter(({table}) => table === columns.table);
      const isTaken = await this.#takenAsPages(columns, mine);
      await this.#put(
        columns,
        mine.flatMap((change) => (change.row && !isTaken(change) ? change.row : [])),
      );
      for (const {id, row} of mine) if (!row) columns.set.remove(id);
    }
    for (const read of this.#reads) if (read.concerns(changes)) read.stale = true;
    if (more) this.#planLater();
    else this.#tell();
  }

  /** Rows that are new in pages come as those rest: their columns are made already, their texts when somebody looks. */
  async #takenAsPages(
    {table, set}: ViewColumns,
    changes: readonly RowChange[],
  ): Promise<(change: RowChange) => boolean> {
    const paged = new Set(changes.filter(({id, isPaged}) => isPaged && !set.knows(id)));
    if (paged.size === 0) return () => false;

    await this.#takePages(table);
    return (change) => paged.has(change) && set.knows(change.id);
  }

  async #put({view, set}: ViewColumns, rows: readonly Row[]): Promise<void> {
    const personals = await openPersonal(view, rows, this.#host.vault);
    for (const [index, row] of rows.entries()) set.put(row.id, valuesOf(view, row, personals[index]));
  }

  #plan(): void {
    if (this.#tellPlanned) return;
    this.#tellPlanned = true;
    this.#host.soon(() => this.#tell());
  }

  #planLater(): void {
    if (this.#tellPlannedLater) return;
    this.#tellPlannedLater = true;
    this.#host.later(() => {
      this.#tellPlannedLater = false;
      this.#tell();
    });
  }

  #tell(): void {
    this.#tellPlanned = false;
    for (const list of this.#lists) list.tell();
    for (const read of this.#reads) if (read.stale) read.run();
  }
}

async function rowsThere(store: Store, table: TableName, ids: readonly string[]): Promise<readonly Row[]> {
  return (await store.read((tx) => tx.getMany(table, ids))).flatMap((row) => row ?? []);
}
