/** A command that cannot go on, with a sentence for the person at the terminal; shown without a stack, exit code 1. */
export class Refusal extends Error {}
