/** A deliberate fault in what is shipped: texts of files, named from the root, and what stands there instead. */
export interface Mutant {
  readonly name: string;
  readonly patches: readonly Patch[];
}

export interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const applier = 'sync/applier.ts';
const master = 'sync/master.ts';
const pendingIndex = 'sync/pending-index.ts';

function mutant(name: string, file: string, ...texts: readonly (readonly [from: string, to: string])[]): Mutant {
  return {name, patches: texts.map(([from, to]) => ({file: `core/${file}`, from, to}))};
}

const setsPlace = "    await tx.setMeta('place', placeBehind(place, group));\n";
const beginsToApply = '  async apply(group: Group): Promise<Result<Applied | undefined>> {';
const applies = '    const applied = await this.#store.write(async (tx): Promise';

/** Each breaks a promise that the simulation has to miss. The first ones are the budgeted run's. */
export const mutants: readonly Mutant[] = [
  mutant('the closure knows no reads', pendingIndex, ['new Set([...reads, ...writes])', 'new Set([...writes])']),
  mutant('the master decides again', master, [
    'const fresh = told.filter(({n}) => n > line.last.n);',
    'const fresh = told;',
  ]),
  mutant('a fact is treated as a wish', 'sync/decide.ts', [
    '  await overlay.flush(batch);\n  const {collided} = result.value;',
    "  const {collided} = result.value;\n  if (collided) return {kind: 'refused', fault: collided};\n  await overlay.flush(batch);",
  ]),
  mutant(
    'the master answers before it has committed',
    master,
    [
      'const answered = this.#store.decide(shopId, async (tx) => {',
      'let said: PushAnswer | undefined;\n    const answered = this.#store.decide(shopId, async (tx) => (said = await (async () => {',
    ],
    [
      'return answer(last.n, {epoch: head.epoch, seq: group.last, hash: group.hash});\n    });',
      'return answer(last.n, {epoch: head.epoch, seq: group.last, hash: group.hash});\n    })())).catch(() => said);',
    ],
  ),
  mutant('a guess forgets what it found', 'sync/replica.ts', [
    'before: result.ok ? await overlay.before() : []',
    'before: []',
  ]),
  mutant('a guess that ran again is not remembered', applier, [
    'await Promise.all(others.map((row) => tx.guess(row)));',
    '',
  ]),
  mutant(
    'the place is moved in another transaction',
    applier,
    [setsPlace, ''],
    [
      beginsToApply,
      `  async apply(group: Group): Promise<Result<Applied | undefined>> {
    const applied = await this.applyRows(group);
    const place = applied.ok ? applied.value?.place : undefined;
    if (place) await this.#store.write((tx) => tx.setMeta('place', place));
    return applied;
  }
  async applyRows(group: Group): Promise<Result<Applied | undefined>> {`,
    ],
  ),
  mutant('the place is moved before the rows', applier, [
    applies,
    `    await this.#store.write(async (tx) => {
      const place = await tx.meta('place');
      if (place && follows(place, group)) await tx.setMeta('place', placeBehind(place, group));
    });
${applies}`,
  ]),
  mutant('the closure does not go on', pendingIndex, [
    'for (const written of this.#at(n).writes) seen.add(written);',
    '',
  ]),
  mutant('the closure knows no walks', pendingIndex, [
    'if (!tables.has(table)) meet(this.#touching.get(table)?.all ?? []);',
    '',
  ]),
  mutant('what another window has decided is not seen', pendingIndex, [
    'if (!isSamePlace(this.#place, place)) {',
    'if (!this.#place) {',
  ]),
  mutant('what ran again is remembered as it was', applier, [
    'this.#index.moved(applied.value.place, applied.value.decidedN, again)',
    'this.#index.moved(applied.value.place, applied.value.decidedN, [])',
  ]),
  mutant('what is bound by a walk is not met', pendingIndex, [
    'for (const name of writtenNames(one)) add(this.#writing, name, one.n);',
    'for (const name of one.writes) add(this.#writing, name, one.n);',
  ]),
  mutant('what waits runs in the wrong order', applier, [
    'for (const one of chosen) rows',
    'for (const one of chosen.toReversed()) rows',
  ]),
  mutant('what is met later does not run again', applier, ['if (others.length === 0) return', 'return']),
  mutant('a refused guess stays', applier, [
    'for (const [name, found] of await this.#found(waiting, guessed, 0)) truth.set(name, {row: undefined, ...found});',
    '',
  ]),
  mutant('a decision is compared with guesses', applier, [
    'const now = below.has(name) ? below.get(name)?.row : await reads.get(change.table, change.id);',
    'const now = await reads.get(change.table, change.id);',
  ]),
  mutant('a desk keeps what a refused one wrote', applier, [
    'if (isDone) await overlay.flush(batch);',
    'await overlay.flush(batch);',
  ]),
  mutant('the master keeps what a refused one wrote', 'sync/decide.ts', [
    "  if (!result.ok) return {kind: 'refused', fault: result.fault};\n  await overlay.flush(batch);",
    "  await overlay.flush(batch);\n  if (!result.ok) return {kind: 'refused', fault: result.fault};",
  ]),
  mutant('nobody looks at the hash of a group', 'sync/group.ts', [
    'return isWhole && group.first === seq + 1 && hashBehindGroup(hash, group) === group.hash;',
    'return group.first === seq + 1;',
  ]),
  mutant('a push tells what is not saved', 'sync/outgoing.ts', ['n > from && n <= savedN', 'n > from']),
  mutant('more is let go of than is decided', applier, [
    'await tx.letGo(Math.min(decided.n, this.#host.savedN?.() ?? decided.n));',
    'await tx.letGo(Math.min(decided.n, this.#host.savedN?.() ?? decided.n) + 1);',
  ]),
  mutant('more is taken for decided than is', applier, ['decidedN: decided.n, seq', 'decidedN: decided.n + 1, seq']),
  mutant('lines of one replica are one', 'sync/lines.ts', [
    'line.replica === replica && line.inc === inc',
    'line.replica === replica',
  ]),
  mutant('another line is not kept beside the store', 'sync/lines.ts', ['  await keep(next);\n', '']),
  mutant('stores that part are not looked through', 'sync/session.ts', [
    'if (mutations.length > 1)',
    'if (mutations.length > 1_000)',
  ]),
  mutant('copies of the same work take other names', 'sync/session.ts', [
    'next?.hash === undefined ? newName()',
    'next !== null ? newName()',
  ]),
  mutant('the master takes any line', master, [
    'if (!(await isSameLine(tx, {push, line, told})))',
    'if (!(await isSameLine(tx, {push, line, told})) && !known)',
  ]),
  mutant(
    'rows are remembered from push to push',
    master,
    ['const cache = new RowCache(tx);', 'const cache = (this.#cache ??= new RowCache(tx));'],
    ['  readonly #store: MasterStore;\n', '  readonly #store: MasterStore;\n  #cache: RowCache | undefined;\n'],
  ),
  mutant('what could not be read is decided', master, ['cache.mustHaveRead();', '']),
  mutant('a deleted row stays at the desk', applier, ['else await tx.forget(table, id);', '']),
  mutant('a patch is laid over a guess', applier, [
    'const before = below.has(name) ? below.get(name)?.row : await reads.get(one.table, one.id);',
    'const before = await reads.get(one.table, one.id);',
  ]),
  mutant('a field that is gone stays', 'sync/row-patch.ts', [
    'filter(([name]) => !gone.includes(name))',
    'filter(([name]) => !gone.includes(`${name} `))',
  ]),
  mutant('what is not journalled is let go of', applier, [
    'await tx.letGo(Math.min(decided.n, this.#host.savedN?.() ?? decided.n));',
    'await tx.letGo(decided.n);',
  ]),
  mutant('what no master can read holds everything up', master, [
    'if (asked?.n !== before.n + 1) return undefined;',
    'if (asked?.n !== before.n + 1 || asked.bad) return undefined;',
  ]),
  mutant('what is not known here cannot be done again', 'sync/replica.ts', [
    'const mutator = again ? known : must(',
    'const mutator = must(',
  ]),
  mutant('the first run counts whatever came before it', master, [
    'batch.isAsBelow(first.overlay.reads) ? first',
    'batch.isAsBelow([]) ? first',
  ]),
  mutant('the first run counts for all that walked', 'sync/batch.ts', [
    'this.#changes.has(name) || this.#tables.has(name)',
    'this.#changes.has(name)',
  ]),
  mutant('the tray hears nothing', 'sync/decide.ts', [
    'if (kind !== undefined && fault)',
    "if (kind === 'parked' && fault)",
  ]),
  mutant('a window trusts its own memory of numbers', 'sync/replica.ts', [
    'isJoined ? undefined : this.#head',
    'this.#head',
  ]),
  mutant('a guess stands though it was guessed on', pendingIndex, [
    ' || numbers?.firstBehind(n) !== undefined) return undefined;',
    ') return undefined;',
  ]),
  mutant('a guess stands whatever was decided', applier, [
    "return 'patch' in effect && isSameValue(this.#index.onlyPatch(nameOf(effect), decidedN), effect.patch);",
    "return 'patch' in effect && this.#index.onlyPatch(nameOf(effect), decidedN) !== undefined;",
  ]),
  mutant('what another window has appended between is not missed', 'sync/just-appended.ts', [
    'const follows = this.#all.at(-1)?.entry.n === n - 1;',
    'const follows = this.#all.length > 0;',
  ]),
  mutant('a bug stops its desk', 'sync/run-over.ts', [
    '  } catch {\n',
    "  } catch (error) {\n    if (name !== '') throw error;\n",
  ]),
  mutant('older arguments are taken as they are', 'sync/define.ts', [
    'mutator.stepUps.slice(version - 1)',
    'mutator.stepUps.slice(version)',
  ]),
];
