/**
 * The page of tests lays nothing out, so its observers of sizes never tell any. A browser tells the first one of each element that is
 * observed, and the grid draws nothing before.
 */
class FirstSize extends ResizeObserver {
  readonly #tell: () => void;

  constructor(tell: ResizeObserverCallback) {
    super(tell);
    this.#tell = () => tell([], this);
  }

  override observe(target: Element): void {
    super.observe(target);
    this.#tell();
  }
}

globalThis.ResizeObserver = FirstSize;
