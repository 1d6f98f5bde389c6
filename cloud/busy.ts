/** There is more to do than there is room for: whoever asked comes again a little later, and loses nothing by it. */
export class Busy extends Error {
  override readonly name = 'Busy';
}
