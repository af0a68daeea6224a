/** Runs to the end at once what could have been run step by step. */
export function drain<Answer>(steps: Generator<void, Answer>): Answer {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
