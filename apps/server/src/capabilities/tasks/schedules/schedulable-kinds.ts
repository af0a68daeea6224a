import { z } from 'zod';
import { faultsOf } from '../../../platform/http/problem-answer.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { ScheduleParts } from './schedule-parts.ts';

type KindParts = Pick<ScheduleParts, 'kinds' | 'tasks'>;

/** Each with its input as JSON Schema. */
export const listKinds = ({ kinds, tasks }: KindParts) =>
  kinds.flatMap((kind) => {
    const task = tasks.get(kind);
    return task ? [{ kind, schema: z.toJSONSchema(task.input, { io: 'input', unrepresentable: 'any' }) }] : [];
  });

/** @throws ProblemError TASK_KIND_UNKNOWN, SCHEDULE_KIND_NOT_ALLOWED */
export function requireKind({ kinds, tasks }: KindParts, kind: string) {
  const task = tasks.get(kind);
  if (!task) throw new ProblemError('TASK_KIND_UNKNOWN', { kind });
  if (!kinds.includes(kind)) throw new ProblemError('SCHEDULE_KIND_NOT_ALLOWED', { kind, kinds: kinds.join(', ') });
  return task;
}

/** The input as the kind's schema reads it, with its defaults. @throws ProblemError SCHEDULE_INPUT with all faults */
export function requireInput(parts: KindParts, kind: string, input: unknown): unknown {
  const read = requireKind(parts, kind).input.safeParse(input, { reportInput: true });
  if (!read.success) throw new ProblemError('SCHEDULE_INPUT', { kind }, faultsOf(read.error, 'body.taskInput'));
  return read.data;
}
