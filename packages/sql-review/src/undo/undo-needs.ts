import { type Dialect, parseStatement, splitScript } from '@myriad/sql';
import { factsNeeded, type NeededFacts, type NeededTable } from '../live/needed-facts.ts';

/** What a server must be asked to undo a script: every table it names or makes, and whose keys point to them. */
export function undoNeeds(text: string, dialect: Dialect): NeededFacts {
  const { tables } = factsNeeded(text, dialect);
  const all = [...tables, ...tablesMade(text, dialect)];
  return { tables: all, changed: all, plans: [] };
}

/** Those that may have been there before, or not. */
function tablesMade(text: string, dialect: Dialect): readonly NeededTable[] {
  const made: NeededTable[] = [];
  for (const part of splitScript(text, dialect)) {
    const { statement } = parseStatement(text, dialect, part.from, part.end);
    if (statement.kind === 'create-table' && (statement.ifNotExists || statement.orReplace))
      made.push({ schema: statement.name.schema?.name, name: statement.name.name.name });
  }
  return made;
}
