import { useEffect, useState } from 'react';

/** A value that is typed, once nothing has been typed for a moment. Compared by content. */
export function useSettled<T>(value: T, afterMs = 250): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState({ value, text });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same content is the same value
  useEffect(() => {
    if (text === settled.text) return;
    const timer = setTimeout(() => setSettled({ value, text }), afterMs);
    return () => clearTimeout(timer);
  }, [text, settled.text, afterMs]);
  return settled.value;
}
