import type {FromWorker, ToWorker} from '#core/calls.ts';
import type {DeskFacts, SyncCalls, SyncState} from '#core/sync/messages.ts';
import {otherDesk} from '#core/testing/given-tray.ts';
import {monday} from '#core/testing/given.ts';
import type {Instant} from '#core/time/instant.ts';

type Answers = {readonly [N in keyof SyncCalls]: (args: SyncCalls[N]['args']) => Promise<SyncCalls[N]['answer']>};
export type Asked = {readonly [N in keyof SyncCalls]: readonly [name: N, args: SyncCalls[N]['args']]}[keyof SyncCalls];

export const joined: Extract<SyncState, {state: 'joined'}> = {
  state: 'joined',
  master: 'https://shop.example',
  pending: 0,
  appliedN: 100,
  behindBy: 0,
  lastContactAt: monday,
  place: {epoch: 1, seq: 4_120, hash: 'q1w2e3r4t5y6u7i8'},
};

export const thisDesk: DeskFacts = {
  replica: 'this-desk-00',
  name: 'Office',
  joinedAt: monday,
  lastSeenAt: monday,
  revoked: false,
  isThis: true,
};
export const bench: DeskFacts = {...thisDesk, replica: otherDesk, name: 'Packing bench', isThis: false};

export interface GivenMaster {
  /** The page's end of a line on which a master answers, and the given worker everything else. */
  readonly port: MessagePort;
  /** What was asked of the master, in order; looking is left out. */
  readonly asked: readonly Asked[];
  /** Tells the page something without having been asked. */
  readonly tell: (message: FromWorker) => void;
}

/** A worker with a way to a master: it speaks the contract, and says what it is given to say. */
export function givenMaster(worker: MessagePort, answers: Partial<Answers>): GivenMaster {
  const {port1: port, port2: own} = new MessageChannel();
  const asked: Asked[] = [];
  own.onmessage = ({data}: MessageEvent<ToWorker>) => {
    if (!('call' in data) || !data.name.startsWith('sync.')) return worker.postMessage(data);
    const {call} = data;
    const name = data.name as keyof SyncCalls;
    if (!looking.includes(name)) asked.push([name, data.args] as Asked);
    const answer = (answers[name] ?? calm[name]) as (args: unknown) => Promise<unknown>;
    void answer(data.args).then((value) => own.postMessage({call, answer: value} as FromWorker));
    return undefined;
  };
  worker.onmessage = ({data}: MessageEvent<FromWorker>) => own.postMessage(data);
  return {port, asked, tell: (message) => own.postMessage(message)};
}

const looking: readonly (keyof SyncCalls)[] = ['sync.look', 'sync.desks', 'sync.joinPlace'];

const calm: Answers = {
  'sync.look': async () => joined,
  'sync.begin': async () => ({ok: true, value: joined}),
  'sync.code': async () => ({ok: true, value: {code: 'tw1.abc.def', expiresAt: (monday + 900_000) as Instant}}),
  'sync.joinPlace': async () => 'taken',
  'sync.join': async () => ({ok: true, value: {sync: joined}}),
  'sync.cancel': async () => ({ok: true, value: {isLeftThere: false}}),
  'sync.desks': async () => ({ok: true, value: [thisDesk, bench]}),
  'sync.revoke': async () => ({ok: true, value: null}),
  'sync.compare': async () => ({
    ok: true,
    value: {
      seq: 4_120,
      tables: [
        {table: 'orders', rows: 5_000, isSame: true},
        {table: 'wares', rows: 3, isSame: false},
      ],
    },
  }),
  'sync.now': async () => null,
};
