/** A seed that broke a promise, with the trace of the shortest plan that breaks the same one. */
export interface Failure {
  readonly seed: number;
  readonly failed: string;
  readonly steps: number;
  readonly of: number;
  readonly desks: number;
  readonly trace: readonly string[];
}
