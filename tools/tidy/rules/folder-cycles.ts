import {must} from '#core/lib/assert.ts';
import {destinationOf} from '../destination.ts';
import {importsOf} from '../imports-of.ts';
import {findingAt, isTestCode, type Finding, type Rule, type SourceFile} from '../source-file.ts';

interface Edge {
  readonly to: string;
  readonly file: SourceFile;
  readonly start: number;
}

/**
 * No circle of imports between folders of core. Core's own files (`schema.ts`, `faults.ts`) are not part of it: they only
 * list what features declare, and the linter keeps single files from going in circles.
 */
export const folderCycles: Rule = {
  name: 'folder-cycles',
  check: (files) => {
    const graph = graphOf(files);
    return [...graph.keys()].sort().flatMap((folder) => smallestCircle(graph, folder));
  },
};

function graphOf(files: readonly SourceFile[]): Map<string, Edge[]> {
  const graph = new Map<string, Edge[]>();
  for (const file of files) {
    const from = folderOf(file.path);
    if (!from || isTestCode(file.path)) continue;
    for (const used of importsOf(file)) {
      const destination = destinationOf(file, used.specifier);
      const to = destination.to === 'file' ? folderOf(destination.path) : null;
      if (to && to !== from) graph.set(from, [...(graph.get(from) ?? []), {to, file, start: used.start}]);
    }
  }
  return graph;
}

/** The shortest way from a folder back to itself, told once: by the folder of the circle that sorts first. */
function smallestCircle(graph: Map<string, Edge[]>, home: string): Finding[] {
  const seen = new Set<string>();
  let trails: Edge[][] = (graph.get(home) ?? []).map((edge) => [edge]);
  while (trails.length > 0) {
    const longer: Edge[][] = [];
    for (const trail of trails) {
      const last = must(trail.at(-1), 'a trail has at least one step');
      if (last.to === home) return told(home, trail);
      if (seen.has(last.to) || last.to < home) continue;
      seen.add(last.to);
      longer.push(...(graph.get(last.to) ?? []).map((edge) => [...trail, edge]));
    }
    trails = longer;
  }
  return [];
}

function told(home: string, trail: readonly Edge[]): Finding[] {
  const first = must(trail[0], 'a circle has at least one step');
  const names = [home, ...trail.map((edge) => edge.to)].map((folder) => `core/${folder}`).join(' -> ');
  return [
    findingAt('folder-cycles', first.file, first.start, `These folders import each other in a circle: ${names}.`),
  ];
}

function folderOf(path: string): string | null {
  return /^core\/([^/]+)\/./.exec(path)?.[1] ?? null;
}
