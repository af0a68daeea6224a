export interface KeyPress {
  readonly key: string;
  readonly at: number;
}

/** `g` and the letter that follows it belong together for so long. */
const togetherMs = 1_500;

export type KeyAct = { readonly do: 'search' | 'keys' | 'wait' } | { readonly do: 'go'; readonly to: string };

/** What a key means, given the one before it; nothing where it means nothing. */
export function actOf(
  press: KeyPress,
  before: KeyPress | undefined,
  places: readonly { readonly letter: string; readonly to: string }[],
): KeyAct | undefined {
  if (before?.key === 'g' && press.at - before.at < togetherMs) {
    const place = places.find(({ letter }) => letter === press.key);
    if (place) return { do: 'go', to: place.to };
  }
  if (press.key === '/') return { do: 'search' };
  if (press.key === '?') return { do: 'keys' };
  return press.key === 'g' ? { do: 'wait' } : undefined;
}
