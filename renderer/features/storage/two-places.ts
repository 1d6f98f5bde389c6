/** Two different places of a row of that many, the smaller first. */
export function twoPlaces(count: number): readonly [number, number] {
  const [one = 0, other = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = one % count;
  const second = (first + 1 + (other % (count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}
