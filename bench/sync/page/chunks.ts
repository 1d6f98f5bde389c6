import {askJson} from './peer.ts';

interface Chunk {
  readonly sha: string;
  readonly table: string;
}

/** The chunks of the shop, each with its body; the next one is under way while one is being used. */
export async function* chunks(): AsyncGenerator<Chunk & {readonly body: Response}> {
  const list = await askJson<readonly Chunk[]>('/chunks');
  const fetched = (at: number): Promise<Response> | undefined => {
    const chunk = list[at];
    return chunk && fetch(`/chunks/${chunk.sha}`);
  };
  let coming = fetched(0);
  for (const [at, chunk] of list.entries()) {
    const body = await coming;
    coming = fetched(at + 1);
    if (body) yield {...chunk, body};
  }
}
