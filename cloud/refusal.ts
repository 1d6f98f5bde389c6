/** What a person who starts the master has to put right: the message is a sentence for them, and no stack is shown. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
