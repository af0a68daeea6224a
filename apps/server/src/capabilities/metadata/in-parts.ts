/** A statement takes so many ids at once. */
const atOnce = 500;

/** Reads of many ids in statements that no store finds too long. */
export async function inParts<T>(
  ids: readonly string[],
  read: (part: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += atOnce) found.push(...(await read(ids.slice(from, from + atOnce))));
  return found;
}
