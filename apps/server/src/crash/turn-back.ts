import { existsSync, writeFileSync } from 'node:fs';
import { type Client, decideTask, NoAnswer, ProblemAnswer } from '@myriad/contract';
import type { Journal } from './journal-rows.ts';

/** A person who cancels a task in this step, which is held until then, and has it undone. */
export interface TurnBack {
  readonly stepId: string;
  /** The step is held until this file is there. */
  readonly releaseFile: string;
}

/** What the person does next, as the journal stands; said again where the answer died with the server. */
export async function turnBack(client: Client, { stepId, releaseFile }: TurnBack, journal: Journal): Promise<void> {
  const { taskId, state, steps } = journal;
  const decide = async (decision: 'cancel' | 'undo') => {
    await client.call(decideTask, { params: { taskId }, body: { decision } });
  };
  try {
    if (!existsSync(releaseFile)) {
      if (steps.find(({ step_id }) => step_id === stepId)?.state !== 'running') return;
      await decide('cancel');
      writeFileSync(releaseFile, '');
    } else if (state === 'paused') await decide('undo');
  } catch (error) {
    if (error instanceof NoAnswer) return;
    // Decided already by the try whose answer was lost.
    if (!(error instanceof ProblemAnswer && error.problem.code === 'TASK_ALREADY_UNDOING')) throw error;
  }
}
