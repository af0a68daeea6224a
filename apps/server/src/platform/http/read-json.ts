const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON of a body. Bytes that are no UTF-8 are refused, not replaced; −0 is 0. @throws Error for what is neither */
export const readJson = (bytes: Buffer): unknown =>
  JSON.parse(utf8.decode(bytes), (_name, value: unknown) => (Object.is(value, -0) ? 0 : value));
