const mostText = 500;
const mostItems = 50;
const deepest = 4;

// Control and bidirectional characters: they break lines, hide text or turn it round.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A server's text as one visible line: bounded, and what cannot be seen is shown as a box. */
export function harmlessText(text: string, most = mostText): string {
  const visible = text
    .slice(0, most + 1)
    .replaceAll(unseen, '\ufffd')
    .toWellFormed();
  return visible.length > most ? `${visible.slice(0, most)}…` : visible;
}

/** Bounded in depth, number and length: a hostile server must not fill our store or a page. */
export function harmlessEvidence(evidence: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return bound(evidence, 0) as Record<string, unknown>;
}

function bound(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return harmlessText(value);
  if (typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object') return value ?? null;
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => bound(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, mostItems)
      .map(([name, item]) => [harmlessText(name, 100), bound(item, depth + 1)]),
  );
}
