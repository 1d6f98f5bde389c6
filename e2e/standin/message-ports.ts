import type {MessageChannelMain, MessagePortMain} from 'electron/main';
import {makeCodec} from './codec.ts';
import {LoudEmitter, loud, notModelled} from './loud.ts';

/** Where a port's messages go, as wire forms of the codec: to the other end in this process, or to a page. */
export interface PortTarget {
  receive(wire: unknown): void;
  disconnect(): void;
}

const codec = makeCodec();

type Modelled = Pick<MessagePortMain, 'postMessage' | 'start' | 'close'>;

/** `MessagePortMain`: queues until it is started, copies what is posted, and closes with its other end. */
export class StandinPort extends LoudEmitter implements Modelled, PortTarget {
  private target: PortTarget | null = null;
  private waiting: unknown[] = [];
  private isStarted = false;
  private isOver = false;

  constructor() {
    super('MessagePortMain', ['message', 'close']);
  }

  postMessage(message: unknown, transfer: readonly object[] = []): void {
    if (transfer.length > 0) throw notModelled('ports that travel through ports');
    // Electron says nothing either when the other end is gone.
    this.target?.receive(codec.encode(message));
  }

  start(): void {
    this.isStarted = true;
    for (const wire of this.waiting.splice(0)) this.hear(wire);
  }

  close(): void {
    const {target} = this;
    this.disconnect();
    target?.disconnect();
  }

  connect(target: PortTarget): void {
    this.target = target;
  }

  receive(wire: unknown): void {
    if (this.isStarted) this.hear(wire);
    else this.waiting.push(wire);
  }

  disconnect(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.target = null;
    // As in Electron, what was posted before arrives before.
    setImmediate(() => this.emit('close'));
  }

  /** Gives this end to a page: what waits goes along, and this object is of no use any more. Returns the end that stays here. */
  handOver(page: PortTarget): StandinPort {
    const other = this.target;
    if (this.isOver || !(other instanceof StandinPort))
      throw notModelled('handing over a port whose other end is not here');
    this.isOver = true;
    this.target = null;
    other.connect(page);
    for (const wire of this.waiting.splice(0)) page.receive(wire);
    return other;
  }

  private hear(wire: unknown): void {
    setImmediate(() => {
      if (!this.isOver) this.emit('message', {data: codec.decode(wire), ports: []});
    });
  }
}

/** The class `MessageChannelMain`. */
export function createMessageChannel(): object {
  class StandinChannel implements Record<keyof MessageChannelMain, StandinPort> {
    port1 = new StandinPort();
    port2 = new StandinPort();

    constructor() {
      this.port1.connect(this.port2);
      this.port2.connect(this.port1);
    }
  }
  return loud('MessageChannelMain', StandinChannel);
}
