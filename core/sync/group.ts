import {canonical} from '../lib/canonical.ts';
import {base64url, fromBase64url, hashChain, hashText} from '../lib/hash.ts';
import type {Row, TableName} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import type {RowPatch} from './row-patch.ts';
import {effectsText} from './row-text.ts';

/** One line of mutation numbers: a store of a replica, from the day it was made, rebuilt or copied. */
export interface Origin {
  readonly replica: string;
  readonly inc: string;
}

/** A place in the log of a shop: everything up to decision `seq`, and the hash of it. */
export interface LogPlace {
  /** Grows when the log was cut off and went on otherwise. */
  readonly epoch: number;
  readonly seq: number;
  /** 43 base64url letters; equal places have equal hashes. */
  readonly hash: string;
}

/** How a mutation that was not applied ended: refused by its own rule, or put aside because it could not be run here. */
export type NotApplied = 'refused' | 'parked';

/** What a group does to the rows of one scope. */
export interface Effects {
  readonly put: {readonly [N in TableName]?: readonly Row<N>[]};
  readonly del: {readonly [N in TableName]?: readonly string[]};
  /** Rows that whoever follows the log has: only what is other in them now is told. */
  readonly patch?: {readonly [N in TableName]?: readonly RowPatch[]};
}

/** What one desk may see of a group; of the rest it gets the digest. */
export interface Part {
  readonly scope: string;
  /** SHA-256 of the body. */
  readonly digest: string;
  /** The effects as canonical text; undefined where a desk may not see them. */
  readonly body?: string;
}

/** Decisions `first` to `last` of a shop's log, which are applied together or not at all. */
export interface Group {
  readonly first: number;
  readonly last: number;
  readonly decidedAt: Instant;
  readonly by: Origin;
  /** Numbers `n[0]` to `n[1]` of the origin were decided, in order. */
  readonly n: readonly [number, number];
  /** Hash of the origin's own log behind the last of them: so the chain covers what was asked, too. */
  readonly told: string;
  readonly not: readonly (readonly [n: number, NotApplied])[];
  readonly parts: readonly Part[];
  /** Of the log behind this group. */
  readonly hash: string;
}

/** Rows and mutations are all of one scope until there are roles. */
export const wholeShop = 'shop';

export function digestOf(body: string): string {
  return base64url(hashText(body));
}

/** The hash behind a group: `SHA-256(hash before || root)`, the root being that of everything the group says but its bodies. */
export function hashBehindGroup(before: string, group: Omit<Group, 'hash'>): string {
  const {first, last, decidedAt, by, n, told, not, parts} = group;
  const root = canonical({
    seq: [first, last],
    at: decidedAt,
    by: [by.replica, by.inc],
    n,
    told,
    not,
    parts: parts.map(({scope, digest}) => [scope, digest]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  });
  return base64url(hashChain(fromBase64url(before), hashText(root)));
}

export function withHash(before: string, group: Omit<Group, 'hash'>): Group {
  return {...group, hash: hashBehindGroup(before, group)};
}

/** Whether a group is what follows behind a place, word for word. */
export function follows({seq, hash}: LogPlace, group: Group): boolean {
  const isWhole = group.parts.every(({body, digest}) => body === undefined || digestOf(body) === digest);
  return isWhole && group.first === seq + 1 && hashBehindGroup(hash, group) === group.hash;
}

export function placeBehind({epoch}: LogPlace, {last, hash}: Group): LogPlace {
  return {epoch, seq: last, hash};
}

/** The effects as a part tells them. */
export function partOf(scope: string, effects: Effects): Part {
  const body = effectsText(effects);
  return {scope, digest: digestOf(body), body};
}
