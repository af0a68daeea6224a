import { ProblemAnswer } from '@myriad/contract';
import type { FormInstance } from 'antd';
import { useState } from 'react';
import { usePick } from '../words/use-words.ts';
import { fieldPathOf } from './field-path.ts';

/** A problem that names no place, and the field it is about. */
type FieldOfCode = Readonly<Record<string, string>>;

/**
 * Sets the platform's refusals beside the fields they are about. `note` is for a ProblemNote: what found no field, or
 * nothing when every refusal stands beside one.
 */
// biome-ignore lint/suspicious/noExplicitAny: antd's own type of a form whose values do not matter here
export function useFieldFaults(form: FormInstance<any>, fieldOfCode: FieldOfCode = {}) {
  const pick = usePick();
  const [note, setNote] = useState<{ error: Error | undefined; exceptFaults: readonly string[] }>(none);

  const place = (error: Error) => {
    if (!(error instanceof ProblemAnswer)) return setNote({ error, exceptFaults: [] });
    const { code, faults = [], words, next } = error.problem;
    const known = new Map(form.getFieldsError().map(({ name }) => [name.join('.'), name]));
    const placed: string[] = [];
    for (const { path, words: fault } of faults) {
      const name = fieldPathOf(path);
      while (name.length > 0 && !known.has(name.join('.'))) name.pop();
      if (name.length === 0) continue;
      placed.push(path);
      form.setFields([{ name, errors: [...form.getFieldError(name), pick(fault)] }]);
    }
    const whole = known.get(fieldOfCode[code] ?? '');
    if (faults.length === 0 && whole)
      form.setFields([{ name: whole, errors: [pick(words), ...(next ? [pick(next)] : [])] }]);
    const first = whole ?? fieldPathOf(placed[0] ?? '');
    if (first.length > 0) form.scrollToField(first, { block: 'center' });
    const isPlaced = faults.length === 0 ? whole !== undefined : placed.length === faults.length;
    setNote({ error: isPlaced ? undefined : error, exceptFaults: placed });
  };
  const forget = () => {
    form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })));
    setNote(none);
  };
  return { place, forget, note };
}

export type FieldFaults = ReturnType<typeof useFieldFaults>;

const none = { error: undefined, exceptFaults: [] };
