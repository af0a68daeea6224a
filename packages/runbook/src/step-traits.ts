import type { StepTraits, TraitsOf } from './decide.ts';
import type { RunStep } from './run-state.ts';
import type { AnyStep } from './step.ts';

export const hasUndo = ({ body }: AnyStep): boolean =>
  'record' in body ? body.unrecord !== undefined : body.undo !== undefined;

/** A step this version does not know is taken for one that changed something and cannot be undone. */
const unknown: StepTraits = { effect: 'irreversible', undoable: false, skippable: false };

export const traitsFrom =
  (steps: ReadonlyMap<string, AnyStep>): TraitsOf =>
  (step: RunStep): StepTraits => {
    const definition = steps.get(step.call.step);
    return definition
      ? { effect: definition.effect, undoable: hasUndo(definition), skippable: definition.skippable }
      : unknown;
  };
