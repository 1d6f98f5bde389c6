import type {Fault} from '#core/faults.ts';
import {type IntakeCallName, type IntakeCalls, type IntakeState, noIntake} from '#core/intake/messages.ts';
import {endImport} from '#core/intake/mutators.ts';
import type {Result} from '#core/lib/result.ts';
import type {Call} from '#core/sync/define.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Shop} from '../shop.ts';
import {faultOf} from '../store-faults.ts';
import {budgetBytes, lettingGo} from './kept-files.ts';
import {sourcesOfOrder} from './order-source.ts';
import {type OpenReader, ReaderClient} from './reader-client.ts';
import {IntakeSession} from './session.ts';

type Outcome<T> = {readonly answer: T} | {readonly fault: Fault};
export type IntakeAnswers = {
  readonly [N in IntakeCallName]: (args: IntakeCalls[N]['args']) => Promise<Outcome<IntakeCalls[N]['answer']>>;
};

export interface IntakeHost {
  /** The shop that is open in this window, if one is. */
  readonly shop: () => Shop | undefined;
  readonly openReader: OpenReader;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly tell: (state: IntakeState) => void;
  readonly report: (error: unknown) => void;
}

const noShop = {fault: {code: 'store.closed', values: {}}} as const;
const nothing = {answer: null} as const;
const notKept = {fault: {code: 'intake.file_not_kept', values: {}}} as const;

/** The intake of one window: a session for the shop that is open, begun with the first question, ended with the shop. */
export class Intake {
  readonly #host: IntakeHost;
  #open: {readonly shop: Shop; readonly session: IntakeSession} | undefined;

  constructor(host: IntakeHost) {
    this.#host = host;
  }

  /** To be called when another shop was opened in this window, or none: the session of the last one ends. */
  follow(): void {
    if (this.#open?.shop === this.#host.shop()) return;
    if (this.#open) this.#host.tell(noIntake);
    this.#open?.session.end();
    this.#open = undefined;
  }

  /** To be called after a page's own calls: one of them may have taken this session's import back. */
  heard(calls: readonly Call[]): void {
    const isUndone = calls.some(({name, args}) => name === endImport.name && this.#open?.session.isOf(args));
    if (isUndone) this.#open?.session.clear();
  }

  readonly answers: IntakeAnswers = {
    'intake.add': this.#asked((session, args) => session.add(args)),
    'intake.choose': this.#asked((session, args) => session.choose(args)),
    'intake.remove': this.#asked((session, args) => session.remove(args)),
    'intake.pause': this.#asked((session) => session.pause()),
    'intake.resume': this.#asked((session) => session.resume()),
    'intake.cancel': this.#asked((session) => session.cancel()),
    'intake.decide': this.#asked((session, args) => session.decide(args)),
    'intake.accept': this.#asked((session) => session.accept()),
    'intake.clear': this.#asked((session) => session.clear()),
    'intake.items': async (args) => this.#with(async ({session}) => ({answer: await session.items(args)})),
    'intake.look': async () =>
      this.#session() ? this.#with(async ({session}) => ({answer: session.state})) : {answer: noIntake},
    'intake.undo': async ({importId}) => this.#with(async ({session}) => outcomeOf(await session.undo(importId))),
    'intake.source': async ({orderId}) => this.#with(async ({shop}) => ({answer: await sourcesOfOrder(shop, orderId)})),
    'intake.file': async ({fileId}) =>
      this.#with(async ({shop}) => {
        const kept = await shop.files.open(fileId);
        return kept ? {answer: {name: kept.file.name, blob: kept.blob}} : notKept;
      }),
    'intake.reread': async ({fileId}) =>
      this.#with(async ({shop, session}) => {
        const kept = await shop.files.open(fileId);
        if (!kept) return notKept;
        session.add({files: [{name: kept.file.name, changedAt: kept.file.at, blob: kept.blob}]});
        return nothing;
      }),
    'intake.storage': async () => this.#with(async (open) => ({answer: await this.#storage(open)})),
    'intake.letGo': async ({fileId}) =>
      this.#with(async (open) => {
        await open.shop.files.letGo(fileId);
        return {answer: await this.#storage(open)};
      }),
  };

  #asked<A>(ask: (session: IntakeSession, args: A) => void): (args: A) => Promise<Outcome<null>> {
    return async (args) =>
      this.#with(async ({session}) => {
        ask(session, args);
        return nothing;
      });
  }

  async #storage({
    shop,
    session,
  }: {
    readonly shop: Shop;
    readonly session: IntakeSession;
  }): Promise<IntakeCalls['intake.storage']['answer']> {
    const files = await shop.files.list();
    const usedBytes = files.reduce((sum, {bytesKept}) => sum + bytesKept, 0);
    return {files, usedBytes, budgetBytes, letGoNext: lettingGo(files, session.coming(files))};
  }

  async #with<T>(
    answer: (open: {readonly shop: Shop; readonly session: IntakeSession}) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const open = this.#session();
    return open ? answer(open) : noShop;
  }

  #session(): {readonly shop: Shop; readonly session: IntakeSession} | undefined {
    const shop = this.#host.shop();
    this.follow();
    if (this.#open || !shop) return this.#open;

    const {openReader, now, newId, tell, report} = this.#host;
    const session = new IntakeSession({shop, reader: new ReaderClient(openReader), now, newId, tell, report});
    this.#open = {shop, session};
    // A shop that is left at once is no bug.
    void session.lookBack().catch((error: unknown) => faultOf(error) ?? report(error));
    return this.#open;
  }
}

function outcomeOf<T>(result: Result<T>): Outcome<T> {
  return result.ok ? {answer: result.value} : {fault: result.fault};
}
