const polynomial = 0x82f63b78;

const bytes4 = 4;
const [one, two, three] = [256, 512, 768];

/** What a byte adds to a checksum with none, one, two and three bytes behind it: 256 values each. */
const tables = tablesOf(polynomial);

/**
 * CRC-32C (Castagnoli, RFC 3720 B.4) of some bytes, behind those that gave `before`. Four bytes at a time, by index: ten times
 * as fast as one by one with an iterator.
 */
export function crc32c(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % bytes4);
  let crc = ~before;
  for (let at = 0; at < whole; at += bytes4) {
    const word = crc ^ view.getInt32(at, true);
    crc =
      added(three + (word & 0xff)) ^
      added(two + ((word >>> 8) & 0xff)) ^
      added(one + ((word >>> 16) & 0xff)) ^
      added(word >>> 24);
  }
  for (let at = whole; at < bytes.length; at += 1) crc = (crc >>> 8) ^ added((crc ^ (bytes[at] ?? 0)) & 0xff);
  return ~crc >>> 0;
}

function added(at: number): number {
  return tables[at] ?? 0;
}

function tablesOf(divisor: number): Int32Array {
  const made = new Int32Array(256 * bytes4);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ divisor : value >>> 1;
    made[byte] = value;
  }
  for (let at = 256; at < made.length; at += 1) {
    const shorter = made[at - 256] ?? 0;
    made[at] = (shorter >>> 8) ^ (made[shorter & 0xff] ?? 0);
  }
  return made;
}
