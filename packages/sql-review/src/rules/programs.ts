import type { Rule } from '../rule.ts';
import { callProcedure } from './programs/call-procedure.ts';
import { commitInRoutine } from './programs/commit-in-routine.ts';
import { cursorLoop } from './programs/cursor-loop.ts';
import { deterministicLie } from './programs/deterministic-lie.ts';
import { event } from './programs/event.ts';
import { eventDropsItself } from './programs/event-drops-itself.ts';
import { functionNotDeterministic } from './programs/function-not-deterministic.ts';
import { handlerSwallows } from './programs/handler-swallows.ts';
import { procedure } from './programs/procedure.ts';
import { routineNoComment } from './programs/routine-no-comment.ts';
import { trigger } from './programs/trigger.ts';
import { triggerWritesOther } from './programs/trigger-writes-other.ts';
import { view } from './programs/view.ts';
import { viewCheckOption } from './programs/view-check-option.ts';
import { viewColumnsMismatch } from './programs/view-columns-mismatch.ts';
import { viewOrderBy } from './programs/view-order-by.ts';
import { viewStar } from './programs/view-star.ts';
import { viewTemptable } from './programs/view-temptable.ts';

export const programsRules: readonly Rule[] = [
  callProcedure,
  commitInRoutine,
  cursorLoop,
  deterministicLie,
  event,
  eventDropsItself,
  functionNotDeterministic,
  handlerSwallows,
  procedure,
  routineNoComment,
  trigger,
  triggerWritesOther,
  view,
  viewCheckOption,
  viewColumnsMismatch,
  viewOrderBy,
  viewStar,
  viewTemptable,
];
