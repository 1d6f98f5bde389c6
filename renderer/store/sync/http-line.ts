import {parsedJson} from '#core/lib/parsed-json.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {check, integer} from '#core/lib/shape.ts';
import type {LogPlace} from '#core/sync/group.ts';
import type {MasterLine} from '#core/sync/master-line.ts';
import {type Frame, FrameReader, type PushAnswer, pushAnswer} from '#core/sync/protocol.ts';
import type {MasterHttp} from './master-http.ts';
import {within} from './within.ts';

/** A large push of a slow desk takes its time. */
const pushPatienceMs = 120_000;
/** Where nothing comes for so long, the other end is gone. */
const silenceMs = 30_000;
/** A place in the log, as a socket tells it. */
const toldSeq = integer({min: 0});

/** The way to a master over HTTP, and a socket beside it that tells when there is something to ask for. */
export function httpLine(http: MasterHttp, shopId: string): MasterLine {
  const path = `/v1/shops/${shopId}`;
  return {
    push: async (text): Promise<Result<PushAnswer>> =>
      http.json(`${path}/push`, pushAnswer, {method: 'POST', body: text, patienceMs: pushPatienceMs}),
    pull: async (place, take) => pulled(http, {path: `${path}/log`, place}, take),
    listen: (heard, closed) => listen(http, `${path}/live`, heard, closed),
    close: () => http.close(),
  };
}

async function pulled(
  http: MasterHttp,
  {path, place: {epoch, seq, hash}}: {readonly path: string; readonly place: LogPlace},
  take: (frame: Frame) => Promise<boolean>,
): Promise<Result<null>> {
  const asking = new AbortController();
  const body = JSON.stringify({epoch, seq, hash});
  const response = await http.ask(path, {method: 'POST', body, signal: asking.signal});
  if (!response.ok) return response;
  const frames = new FrameReader();
  let hasEnded = false;
  try {
    for await (const line of linesOf(response.value)) {
      const frame = frames.take(line);
      // Cut in the middle of a line, or not what a master says.
      if (!frame.ok) return fail('sync.damaged', {});
      if (!frame.value) continue;
      hasEnded = frame.value.t !== 'g';
      if (!(await take(frame.value))) return ok(null);
    }
    return hasEnded ? ok(null) : fail('sync.offline', {});
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return fail('sync.offline', {});
    throw error;
  } finally {
    asking.abort();
  }
}

/** Lines as they come in; the last one counts only where it ends. */
async function* linesOf(response: Response): AsyncGenerator<string> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  let rest = '';
  try {
    for (
      let piece = await within(silenceMs, reader.read());
      !piece.done;
      piece = await within(silenceMs, reader.read())
    ) {
      const lines = (rest + decoder.decode(piece.value, {stream: true})).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // Whoever wants no more lines lets go of the connection too.
    await reader.cancel().catch(() => undefined);
  }
}

function listen(http: MasterHttp, path: string, heard: (seq: number) => void, closed: () => void): () => void {
  let isOpen = true;
  const end = (): void => {
    if (!isOpen) return;
    isOpen = false;
    closed();
  };
  const socket = http.socket(path);
  socket.onmessage = ({data}: MessageEvent<unknown>) => {
    const told = check(
      toldSeq,
      (parsedJson(typeof data === 'string' ? data : '') as {readonly seq?: unknown} | null)?.seq,
    );
    if (isOpen && told.ok) heard(told.value);
  };
  socket.onclose = end;
  socket.onerror = end;
  return () => {
    isOpen = false;
    socket.close();
  };
}
