import {create} from 'zustand';
import type {Fault} from '#core/faults.ts';
import type {OpenedShop, Recovered, RecoveryStep, ShopFacts} from '#core/data/messages.ts';
import type {Result} from '#core/lib/result.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import type {JoinedShop} from '#core/sync/messages.ts';
import type {Restored} from '#core/storage/messages.ts';
import type {DataClient} from '../data/data-client.ts';
import {forgetStoring, useStoring} from '../data/storing-store.ts';
import type {Desk} from '../desk/desk.ts';
import {askToKeep} from '../storage/persistence.ts';
import {forgetSync, useSync} from '../sync/sync-store.ts';

/** Which shop this window shows, and what is being done to get there. */
export interface ShopState {
  readonly phase: 'starting' | 'choosing' | 'making' | 'open';
  readonly shop: ShopFacts | undefined;
  /** Shops that stand on this desk. */
  readonly shops: readonly ShopFacts[];
  readonly progress: {readonly done: number; readonly total: number} | undefined;
  /** What is being done to build the shop's store anew. */
  readonly recovering: RecoveryStep | undefined;
  /** What was recovered, until a person has read it. */
  readonly recovered: Recovered | undefined;
  /** Why the shop could not be opened or made. */
  readonly fault: Fault | undefined;
  /** Counts what came on screen: another store in the place of the same shop is another one. */
  readonly turn: number;
}

export const useShop = create<ShopState>()(() => {
  return {
    phase: 'starting',
    shop: undefined,
    shops: [],
    progress: undefined,
    recovering: undefined,
    recovered: undefined,
    fault: undefined,
    turn: 0,
  };
});

/** Orders of a demo shop, unless another number is asked for. */
export const demoOrders = 5_000;
const demoSeed = 'kranich';
const shopKey = 'shop';

/** Opens, makes and leaves shops for this window. `forget` is called when another shop comes on screen. */
export class ShopKeeper {
  readonly #data: DataClient;
  readonly #desk: Desk;
  readonly #forget: () => void;

  constructor(data: DataClient, desk: Desk, forget: () => void) {
    this.#data = data;
    this.#desk = desk;
    this.#forget = forget;
  }

  /** Begins where this desk left off; `demo` asks for a demo shop of that many orders. */
  async start(demo: number | undefined): Promise<void> {
    await this.look();
    const {shops} = useShop.getState();
    if (demo !== undefined) {
      const standing = shops.find((shop) => shop.kind === 'demo' && shop.orderCount === demo);
      await (standing ? this.open('demo') : this.makeDemo(demo));
      return;
    }
    const last = shops.find((shop) => shop.kind === this.#desk.recalled(shopKey));
    if (last) await this.open(last.kind);
    else useShop.setState({phase: 'choosing'});
  }

  /** Looks which shops there are; one that another window deleted is left. */
  async look(): Promise<void> {
    const shops = await this.#data.call('shops.list', null);
    if (!shops.ok) {
      useShop.setState({fault: shops.fault});
      return;
    }
    useShop.setState({shops: shops.value});
    const {shop, phase} = useShop.getState();
    if (phase === 'open' && !shops.value.some(({kind}) => kind === shop?.kind)) this.leave();
  }

  /** The person has read what was recovered. */
  goOn(): void {
    useShop.setState({recovered: undefined});
  }

  async open(kind: ShopKind): Promise<void> {
    forgetNews();
    this.#show(await this.#data.call('shops.open', {kind}));
  }

  async begin(): Promise<void> {
    forgetNews();
    this.#show(await this.#data.call('shops.begin', null));
    void askToKeep();
    await this.look();
  }

  /** Another window has put another store in the place of a shop. */
  async replaced(kind: ShopKind): Promise<void> {
    if (useShop.getState().shop?.kind === kind) await this.open(kind);
  }

  async restore(file: Blob, phrase: string): Promise<Result<Restored | 'cancelled'>> {
    const restored = await this.#shown(await this.#data.call('storage.restore', {file, phrase}));
    void askToKeep();
    return restored;
  }

  async goBack(name: string): Promise<Result<Restored | 'cancelled'>> {
    return this.#shown(await this.#data.call('storage.goBack', {name}));
  }

  /** The worker has the shop open when it answers. */
  async join(code: string, deskName: string): Promise<Result<JoinedShop | 'cancelled'>> {
    const said = await this.#data.call('sync.join', {code, deskName});
    if (!said.ok) return said;
    if (said.value === 'cancelled') return {ok: true, value: said.value};
    if (!said.value.ok) return said.value;
    await this.open('own');
    useSync.setState({sync: said.value.value.sync});
    void askToKeep();
    await this.look();
    return said.value;
  }

  async makeDemo(orderCount: number): Promise<void> {
    forgetNews();
    useShop.setState({phase: 'making', progress: {done: 0, total: orderCount}, fault: undefined});
    const made = await this.#data.call('shops.makeDemo', {seed: demoSeed, orderCount});
    useShop.setState({progress: undefined});
    if (made.ok && made.value === 'cancelled') useShop.setState({phase: 'choosing', shop: undefined});
    else if (made.ok && made.value !== 'cancelled') this.#show({ok: true, value: made.value});
    else if (!made.ok) useShop.setState({phase: 'choosing', shop: undefined, fault: made.fault});
    await this.look();
  }

  async cancelDemo(): Promise<void> {
    await this.#data.call('shops.cancelDemo', null);
  }

  /** Back to the choice of shops; nothing is deleted. */
  leave(): void {
    this.#desk.remember(shopKey, undefined);
    this.#forget();
    useShop.setState({phase: 'choosing', shop: undefined, fault: undefined});
  }

  async deleteDemo(): Promise<void> {
    if (useShop.getState().shop?.kind === 'demo') this.leave();
    await this.#data.call('shops.delete', {kind: 'demo'});
    await this.look();
  }

  /** Shows what stands after a restore; where it was refused before anything was closed, nothing changes on screen. */
  async #shown(answer: Result<Restored | 'cancelled'>): Promise<typeof answer> {
    if (!answer.ok) {
      await this.look();
      return answer;
    }
    if (answer.value === 'cancelled') return answer;
    useStoring.setState({storedN: 0, failed: false});
    forgetSync();
    this.#show({ok: true, value: {facts: answer.value.opened.facts}});
    await this.look();
    return answer;
  }

  #show(opened: Result<OpenedShop>): void {
    if (!opened.ok) {
      useShop.setState({phase: 'choosing', shop: undefined, recovering: undefined, fault: opened.fault});
      return;
    }
    if (useShop.getState().shop) this.#forget();
    const {facts, recovered} = opened.value;
    this.#desk.remember(shopKey, facts.kind);
    const turn = useShop.getState().turn + 1;
    useShop.setState({phase: 'open', shop: facts, turn, recovered, recovering: undefined, fault: undefined});
  }
}

/** What was told of another shop is not told of the one that comes on screen. */
function forgetNews(): void {
  forgetStoring();
  forgetSync();
}
