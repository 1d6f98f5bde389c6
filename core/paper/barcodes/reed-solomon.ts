// The field of 256 elements that ISO/IEC 16022 computes in: x^8 + x^5 + x^3 + x^2 + 1.
const power = new Uint8Array(510);
const logarithm = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  power[exponent] = value;
  power[exponent + 255] = value;
  logarithm[value] = exponent;
  value <<= 1;
  if (value > 255) value ^= 0x12d;
}

const generators = new Map<number, Uint8Array>();

/** The words of error correction that follow `data`, `count` of them. */
export function errorWords(data: Uint8Array, count: number): Uint8Array {
  const generator = generatorOf(count);
  const rest = new Uint8Array(count);
  for (const value of data) {
    const factor = value ^ (rest[0] ?? 0);
    rest.copyWithin(0, 1);
    rest[count - 1] = 0;
    if (factor === 0) continue;
    const shift = logarithm[factor] ?? 0;
    for (let at = 0; at < count; at++) rest[at] = (rest[at] ?? 0) ^ (power[(generator[at] ?? 0) + shift] ?? 0);
  }
  return rest;
}

/** The logarithms of the coefficients of (x - 2)(x - 4)(x - 8)..., from the second highest down. */
function generatorOf(count: number): Uint8Array {
  const known = generators.get(count);
  if (known) return known;

  let coefficients = [1];
  for (let root = 1; root <= count; root++) {
    const longer = [...coefficients, 0];
    for (const [at, value] of coefficients.entries()) {
      longer[at + 1] = (longer[at + 1] ?? 0) ^ (power[(logarithm[value] ?? 0) + root] ?? 0);
    }
    coefficients = longer;
  }
  const generator = Uint8Array.from(coefficients.slice(1), (value) => logarithm[value] ?? 0);
  generators.set(count, generator);
  return generator;
}
