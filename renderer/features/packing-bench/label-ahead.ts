import type {Result} from '#core/lib/result.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {stageLabel} from './label-printer.ts';
import {type LabelPlan, type LabelPorts, type MadeLabel, type Making, planLabel} from './make-label.ts';
import {type StoredForLabel, storedForLabel, watchForLabel} from './stored-for-label.ts';

interface Ahead {
  readonly basis: string;
  readonly made: Promise<Result<MadeLabel>>;
  /** It could be made, and nobody needs to wait for it. */
  isReady: boolean;
}

interface Followed {
  readonly orderId: OrderId;
  readonly stop: () => void;
  stored: StoredForLabel | undefined;
}

/**
 * The label of the package on the bench, made while its pieces are still being scanned, and again whenever what it says is another:
 * between the last piece and the printer only what has to be written down is left. Its bytes lie staged at the desktop till then. Labels are
 * made one after the other, for they take numbers.
 */
export class LabelAhead {
  readonly #ports: LabelPorts;
  #followed: Followed | undefined;
  #last: Ahead | undefined;
  #unstage: (() => void) | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: LabelPorts) {
    this.#ports = ports;
  }

  /** Begins with a label that may be wanted soon, as `making` says it when asked. What was begun before is forgotten. */
  prepare(orderId: OrderId, making: () => Making): void {
    this.forget();
    const stop = watchForLabel(this.#ports.data, orderId, (stored) => {
      followed.stored = stored;
      const plan = this.#followed === followed ? planLabel(this.#ports, making(), stored) : undefined;
      if (plan) this.#begin(plan);
    });
    const followed: Followed = {orderId, stop, stored: undefined};
    this.#followed = followed;
  }

  /** Nobody wants the label any more, or it has been printed. */
  forget(): void {
    this.#leave();
    this.#unstage?.();
    this.#unstage = undefined;
  }

  #leave(): void {
    this.#followed?.stop();
    this.#followed = undefined;
    this.#last = undefined;
  }

  /** The label to be made by what is stored now, which is known already where it was prepared; undefined where the order is gone. */
  async plan(orderId: OrderId, making: Making): Promise<LabelPlan | undefined> {
    const known = this.#followed?.orderId === orderId ? this.#followed.stored : undefined;
    const stored = known ?? (await storedForLabel(this.#ports.data, orderId));
    return planLabel(this.#ports, making, stored);
  }

  /** Whether the label lies there. */
  has({basis}: LabelPlan): boolean {
    return this.#last?.basis === basis && this.#last.isReady;
  }

  /** The label that lies there or is being made; else, or where that failed, it is made now. */
  async take(plan: LabelPlan): Promise<Result<MadeLabel>> {
    const last = this.#last;
    this.#leave();
    const made = last?.basis === plan.basis ? await last.made.catch(() => undefined) : undefined;
    return made?.ok ? made : this.#inTurn(plan);
  }

  #begin(plan: LabelPlan): void {
    if (this.#last?.basis === plan.basis) return;
    const made = this.#inTurn(plan);
    const ahead: Ahead = {basis: plan.basis, made, isReady: false};
    this.#last = ahead;
    void made.then(
      (label) => this.#stage(ahead, label),
      () => undefined,
    );
  }

  #stage(ahead: Ahead, made: Result<MadeLabel>): void {
    if (!made.ok) return;
    ahead.isReady = true;
    if (this.#last !== ahead) return;
    this.#unstage?.();
    this.#unstage = stageLabel(made.value.outlet, made.value.bytes);
  }

  #inTurn(plan: LabelPlan): Promise<Result<MadeLabel>> {
    const made = this.#turn.then(() => plan.make());
    this.#turn = made.catch(() => undefined);
    return made;
  }
}
