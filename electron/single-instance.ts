import {app} from 'electron';
import {receivedWish, type StartWish} from './start-wish.ts';

/**
 * Claims the profile for this process; false means another one has it, was told our wish, and we must go. Two processes
 * on one profile would tear the shop's database.
 */
export function claimProfile(wish: StartWish): boolean {
  return app.requestSingleInstanceLock({...wish});
}

/** Hears of every further start, with what it wished for. The other's arguments are not read: Chromium reorders them. */
export function onFurtherStart(listener: (wish: StartWish) => void): void {
  app.on('second-instance', (_event, _args, _folder, handedOver) => listener(receivedWish(handedOver)));
}
