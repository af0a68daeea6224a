import { type ChangeEvent, type FocusEvent, useEffect, useRef, useState } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A field whose text stands in the address: written there once nothing was typed for `afterMs`, or when the field is left, and
 * following the address when that changes from outside. What is typed is held here, as the address changes later than the keys come.
 */
export function useTypedFilter(value: string | undefined, write: (text: string) => void, afterMs = 250) {
  const outside = value ?? '';
  const [typed, setTyped] = useState(outside);
  const newest = useRef(write);
  newest.current = write;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What this field wrote comes back as `value` when more may have been typed: that is no change from outside.
  const written = useRef<readonly string[]>([outside]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const at = written.current.indexOf(outside);
    written.current = at < 0 ? [outside] : written.current.slice(at);
    if (at < 0) setTyped(outside);
  }, [outside]);
  const settle = (text: string) => {
    clearTimeout(timer.current);
    if (text === written.current.at(-1)) return;
    written.current = [...written.current, text];
    newest.current(text);
  };
  return {
    value: typed,
    onChange: ({ target }: ChangeEvent<Field>) => {
      setTyped(target.value);
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, afterMs, target.value);
    },
    onBlur: ({ target }: FocusEvent<Field>) => settle(target.value),
  };
}
