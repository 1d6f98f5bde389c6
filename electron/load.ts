import type {WebContents} from 'electron';
import {log} from './log.ts';

/** Begins to load an address. That a load is cut short (by another, by a crash, by closing) is no bug, only worth a line. */
export function load(contents: WebContents, address: string): void {
  contents.loadURL(address).catch((error: unknown) => log('page did not load', error));
}
