import type {Plugin, Rolldown} from 'vite';

/**
 * Fails the build when a page's entry reaches one of these libraries through static imports, and names the chunk:
 * the first paint would wait for them. `import()` keeps a library lazy.
 */
export function keptLazy(libraries: readonly RegExp[]): Plugin {
  return {
    name: 'kept-lazy',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (const entry of chunks.filter((chunk) => chunk.isEntry)) {
        const early = [...reached(entry, new Map(chunks.map((chunk) => [chunk.fileName, chunk])))]
          .flatMap((chunk) => chunk.moduleIds)
          .find((id) => libraries.some((library) => library.test(id)));
        if (early !== undefined) this.error(`${entry.name} needs ${early} at once; import() the page that uses it`);
      }
    },
  };
}

/** The chunk and all it imports statically, directly or not. */
function reached(
  from: Rolldown.OutputChunk,
  byName: ReadonlyMap<string, Rolldown.OutputChunk>,
  found = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  if (found.has(from)) return found;
  found.add(from);
  for (const name of from.imports) {
    const chunk = byName.get(name);
    if (chunk) reached(chunk, byName, found);
  }
  return found;
}
