/** `*` stands for anything; the rest is itself. Told without a pattern, so that a name cannot be one. */
export const isSpared = (spares: readonly string[], name: string): boolean =>
  spares.some((spare) => {
    if (!spare.includes('*')) return spare === name;
    const [first = '', ...rest] = spare.split('*');
    if (!name.startsWith(first)) return false;
    let at = first.length;
    for (const [n, part] of rest.entries()) {
      const isLast = n === rest.length - 1;
      const found = isLast ? (name.endsWith(part) ? name.length - part.length : -1) : name.indexOf(part, at);
      if (found < at) return false;
      at = found + part.length;
    }
    return true;
  });

/** The first ten, and how many more. */
export const namesOf = (names: readonly string[]): string =>
  names.length > 10 ? `${names.slice(0, 10).join(', ')} … +${names.length - 10}` : names.join(', ');
