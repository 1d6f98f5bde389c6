import type {CallName, Calls, FromWorker} from '#core/calls.ts';
import type {Disk} from '#core/journal/disk.ts';
import {must} from '#core/lib/assert.ts';
import type {Result} from '#core/lib/result.ts';
import type {StorageWork} from '#core/storage/messages.ts';
import {callOf} from '#core/sync/define.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {business, storefront} from '#core/testing/given.ts';
import type {DeskLocks} from '../../safety/desk-locks.ts';
import type {Network} from '../../sync/master-http.ts';
import {type DataWorkerInProcess, startDataWorker} from '../../testing/in-process.ts';

/** A window over a data worker, by the calls alone. */
export interface APage {
  readonly worker: DataWorkerInProcess;
  readonly works: (StorageWork | null)[];
  call<N extends CallName>(name: N, args: Calls[N]['args']): Promise<Result<Calls[N]['answer']>>;
  /** The answer of a call that must go well. */
  get<N extends CallName>(name: N, args: Calls[N]['args']): Promise<Exclude<Calls[N]['answer'], 'cancelled'>>;
  close(): Promise<void>;
}

export function aPage(disk?: Disk, host: {readonly network?: Network; readonly locks?: DeskLocks} = {}): APage {
  const worker = startDataWorker({...host, ...(disk && {disk})});
  const works: (StorageWork | null)[] = [];
  const waiting = new Map<number, (answer: Result<unknown>) => void>();
  let last = 0;
  worker.port.onmessage = ({data}: MessageEvent<FromWorker>) => {
    if ('told' in data && data.told === 'storage') works.push(data.what);
    if (!('call' in data)) return;
    waiting.get(data.call)?.('fault' in data ? {ok: false, fault: data.fault} : {ok: true, value: data.answer});
    waiting.delete(data.call);
  };
  const call: APage['call'] = async (name, args) => {
    const answer = new Promise<Result<unknown>>((resolve) => waiting.set((last += 1), resolve));
    worker.port.postMessage({call: last, name, args});
    return answer as ReturnType<typeof call<typeof name>>;
  };
  return {
    worker,
    works,
    call,
    get: async <N extends CallName>(name: N, args: Calls[N]['args']) => {
      const answer = await call(name, args);
      return must(
        answer.ok && answer.value !== 'cancelled' ? answer.value : undefined,
        `an answer to ${name}`,
      ) as Exclude<Calls[N]['answer'], 'cancelled'>;
    },
    close: async () => {
      await worker.shops.current?.close();
      worker.close();
    },
  };
}

export const twelve = (words: readonly string[]): string => words.join(' ');

/** A shop of one's own with a business and a storefront. */
export async function ownShop(page: APage): Promise<void> {
  await page.get('shops.begin', null);
  const calls = [callOf(createBusiness, business), callOf(createStorefront, storefront)];
  await page.get('data.mutate', {calls});
}
