declare module 'papaparse' {
  export function parse(
    text: string,
    options: {readonly skipEmptyLines: boolean},
  ): {readonly data: readonly (readonly string[])[]};
}
