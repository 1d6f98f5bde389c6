import {STATUS_CODES} from 'node:http';
import {Busy} from '../busy.ts';
import {errorFacts} from '../log.ts';
import type {LiveDesks, Upgrade} from './live-desks.ts';
import type {Parts} from './parts.ts';
import {Refused} from './refused.ts';
import {deskWith} from './signed-in.ts';
import {type TellableCode, statuses} from './statuses.ts';

const path = /^\/v1\/shops\/([A-Za-z0-9_-]{12})\/live$/;
const protocol = /^tradewind\.([A-Za-z0-9_-]{43})$/;

/** Lets desks listen. A browser can send no header with such a request, so the token comes as the name of a protocol. */
export async function openLive(parts: Parts, live: LiveDesks, upgrade: Upgrade): Promise<void> {
  const {request, socket} = upgrade;
  socket.on('error', () => socket.destroy());
  try {
    const shopId = path.exec(request.url ?? '')?.[1];
    if (shopId === undefined) throw new Refused('cloud.not_found');
    const asked = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const token = asked.flatMap((name) => protocol.exec(name)?.[1] ?? [])[0];
    const desk = await deskWith(parts, token, shopId);
    const head = await parts.store.head(shopId);
    if (!live.hasRoom(shopId)) throw new Busy('too many listen to this shop');
    live.listen(desk, head?.seq ?? 0, upgrade);
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Busy)) parts.log('live_failed', errorFacts(error));
    const fault = error instanceof Refused ? error.fault : {code: 'sync.busy', values: {}};
    const status = statuses[fault.code as TellableCode];
    const body = JSON.stringify({fault});
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-type: application/json\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }
}
