import type {ToPreload} from './messages.ts';
import {StandinPort} from './message-ports.ts';

/** The ports whose other ends a page has, by number. They end with the page's document. */
export class PagePorts {
  private readonly post: (message: ToPreload) => void;
  private readonly ends = new Map<number, StandinPort>();
  private last = 0;

  constructor(post: (message: ToPreload) => void) {
    this.post = post;
  }

  /** Hands ports over, and gives the message that brings them. */
  carry(channel: string, value: unknown, ports: readonly object[]): void {
    const given = ports.map((port) => {
      if (!(port instanceof StandinPort)) throw new TypeError('Port at index 0 is not a valid port');
      this.last += 1;
      return {port, id: this.last};
    });
    this.post({kind: 'message', channel, args: [value], ports: given.map(({id}) => id)});
    for (const {port, id} of given) {
      const end = port.handOver({
        receive: (wire) => this.post({kind: 'port', id, value: wire}),
        disconnect: () => {
          this.ends.delete(id);
          this.post({kind: 'portClosed', id});
        },
      });
      this.ends.set(id, end);
    }
  }

  receive(id: number, wire: unknown): void {
    this.ends.get(id)?.receive(wire);
  }

  /** The document is gone, and its ends with it. */
  closeAll(): void {
    for (const end of this.ends.values()) end.disconnect();
    this.ends.clear();
  }
}
