import {expect, test} from 'vitest';
import {Repeated, type Rest} from './repeated.ts';

/** Time that passes only when it is told to, and what is to be done in it. */
class Clock {
  #at = 0;
  #planned: {readonly at: number; readonly work: () => void}[] = [];

  readonly later = (ms: number, work: () => void): (() => void) => {
    const one = {at: this.#at + ms, work};
    this.#planned.push(one);
    return () => {
      this.#planned = this.#planned.filter((other) => other !== one);
    };
  };

  get next(): number | undefined {
    return this.#planned[0] && this.#planned[0].at - this.#at;
  }

  async pass(): Promise<void> {
    const one = this.#planned.shift();
    if (!one) return;
    this.#at = one.at;
    one.work();
    await settled();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

function given(rests: readonly Rest[], dice = 0) {
  const clock = new Clock();
  const left = [...rests];
  let rounds = 0;
  const round = async (): Promise<Rest> => {
    rounds += 1;
    return left.shift() ?? 'idle';
  };
  const report = (error: unknown): never => {
    throw error;
  };
  return {clock, repeated: new Repeated({round, later: clock.later, dice: () => dice, report}), rounds: () => rounds};
}

test('after trouble it waits longer each time, half of it by chance, and never longer than a minute', async () => {
  const waits = async (dice: number): Promise<unknown> => {
    const {clock, repeated} = given(Array<Rest>(9).fill('trouble'), dice);
    repeated.nudge();
    await settled();
    const all: unknown[] = [];
    for (let at = 0; at < 8; at += 1) {
      all.push(clock.next);
      await clock.pass();
    }
    return all;
  };
  expect([await waits(0), await waits(0.999_999)]).toEqual([
    [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000],
    [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000],
  ]);
});

test('what is asked for while it waits after trouble waits too, but not when the world has changed', async () => {
  const {clock, repeated, rounds} = given(['trouble', 'trouble', 'idle']);
  repeated.nudge();
  await settled();
  repeated.nudge();
  await settled();
  const nudged = rounds();
  repeated.hurry();
  await settled();
  const next = clock.next;
  await clock.pass();
  expect([nudged, next, rounds(), clock.next]).toEqual([1, 500, 3, undefined]);
});

test('what is asked for during a round is done behind it, once', async () => {
  const {clock, repeated, rounds} = given([{ms: 4_000}, {ms: 4_000}]);
  repeated.nudge();
  for (let times = 0; times < 3; times += 1) repeated.nudge();
  await settled();
  expect([rounds(), clock.next]).toEqual([2, 4_000]);
});

test('once it is closed nothing begins any more', async () => {
  const {clock, repeated, rounds} = given([{ms: 4_000}]);
  repeated.nudge();
  await repeated.close();
  repeated.hurry();
  await clock.pass();
  await settled();
  expect([rounds(), clock.next]).toEqual([1, undefined]);
});
