const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
const longNumber = /\d[\d\s-]{6,}\d/g;
const lengthMax = 4_000;

/** Text that may be written to a log: nothing in it leads to a person. `home` is the folder named after one. */
export function scrub(text: string, home: string): string {
  return text
    .slice(0, lengthMax)
    .replaceAll(home, '~')
    .replaceAll(encodeURI(home), '~')
    .replace(email, '<e-mail>')
    .replace(longNumber, '<number>');
}
