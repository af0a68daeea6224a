import { type Dialect, splitScript } from '@myriad/sql';
import { takeTurns } from './take-turns.ts';

/** How many statements a text has, counted a few at a time. `onTurn` may throw to end it. */
export async function countStatements(text: string, dialect: Dialect, onTurn: () => void): Promise<number> {
  const turn = takeTurns();
  let count = 0;
  for (const _ of splitScript(text, dialect)) {
    count += 1;
    if (await turn()) onTurn();
  }
  return count;
}
