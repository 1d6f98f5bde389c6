/**
 * The lines of a stream of bytes, without their ends, one at a time. Of a line longer than `lengthMax` only one character
 * more is kept, so that whoever reads it sees that it is too long and nobody has to hold it. A last line needs no end.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, lengthMax: number): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let line = '';
  let begun = false;
  for await (const piece of bytes) {
    const [first = '', ...more] = decoder.decode(piece, {stream: true}).split('\n');
    line = (line + first).slice(0, lengthMax + 1);
    begun ||= first !== '';
    for (const next of more) {
      yield line.replace(/\r$/, '');
      line = next.slice(0, lengthMax + 1);
      begun = next !== '';
    }
  }
  if (begun) yield line;
}
