const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** The value that a text from elsewhere tells as JSON; undefined where it is none, which no JSON says. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same of bytes, which may be no text at all; a mark at their beginning is none of JSON's. */
export function parsedJsonBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}
