import { isOn, numberOf, type SqlRow, textOf } from '../sql-runner.ts';
import { boundedText } from './bounded-text.ts';
import { ask, type Found, type PortraitLook } from './look.ts';
import { type Part, partValue } from './part.ts';
import type { SchemaFacts, UseFacts } from './portrait.ts';
import { indexStatistics, indexUse, tableStatistics, useLost, useSettings } from './use-statements.ts';

interface Known {
  readonly variables: Part<Readonly<Record<string, string>>>;
  readonly ownPrivileges: Part<readonly string[]>;
  readonly schemas: Part<readonly SchemaFacts[]>;
}

const useOf = (row: SqlRow): UseFacts => ({
  schema: boundedText(row.schema, 64),
  table: boundedText(row.table, 64),
  index: boundedText(row.name, 64),
  reads: numberOf(row.reads_counted) ?? 0,
  writes: numberOf(row.writes_counted) ?? 0,
});

/**
 * How often tables and indexes were used since the server started, used ones only. What would not be the whole truth is no
 * answer: counters that are off, were lost, leave a schema out, or are not shown to this account.
 * @throws with the reason in words.
 */
export async function readUse(look: PortraitLook, known: Known): Promise<Found<readonly UseFacts[]>> {
  const tables = partValue(known.schemas)?.reduce((sum, { tables: count }) => sum + (count ?? Infinity), 0) ?? Infinity;
  if (tables > look.limits.mostTables)
    throw new Error(`more than ${look.limits.mostTables} tables, or uncounted: their use is not asked for`);
  const variables = partValue(known.variables) ?? {};
  if (isOn(variables.performance_schema)) return fromPerformanceSchema(look);
  if (look.version.flavor === 'mysql') throw new Error('performance_schema is off: nothing is counted');
  if (!isOn(variables.userstat)) throw new Error('performance_schema and userstat are off: nothing is counted');
  // Without it the server lists only some tables, or none, and says nothing about it.
  if (!partValue(known.ownPrivileges)?.includes('SELECT'))
    throw new Error('this server shows user statistics only of tables the account may read (SELECT)');
  return both(look);
}

async function fromPerformanceSchema(look: PortraitLook): Promise<Found<readonly UseFacts[]>> {
  const [settings] = await ask(look, useSettings);
  if (numberOf(settings?.instrument) !== 1 || numberOf(settings?.consumer) !== 1)
    throw new Error('the instrument wait/io/table/sql/handler or the consumer global_instrumentation is off');
  if (numberOf(settings?.excluded) !== 0) throw new Error('setup_objects leaves some tables out of the count');
  const lost = (await ask(look, useLost)).filter((row) => numberOf(row.Value) !== 0);
  if (lost.length > 0)
    throw new Error(`counters were lost: ${lost.map((row) => textOf(row.Variable_name)).join(', ')}`);
  return whole(await ask(look, indexUse, [look.limits.mostIndexes + 1]), look);
}

async function both(look: PortraitLook): Promise<Found<readonly UseFacts[]>> {
  const most = look.limits.mostIndexes + 1;
  const indexes = whole(await ask(look, indexStatistics, [most]), look);
  const tables = whole(await ask(look, tableStatistics, [most]), look);
  return { value: [...indexes.value, ...tables.value.map((table) => withoutIndexes(table, indexes.value))] };
}

/** A table's rows are counted with those read by its indexes. */
function withoutIndexes(table: UseFacts, indexes: readonly UseFacts[]): UseFacts {
  const own = indexes.filter((index) => index.schema === table.schema && index.table === table.table);
  return { ...table, reads: Math.max(0, table.reads - own.reduce((sum, { reads }) => sum + reads, 0)) };
}

function whole(rows: readonly SqlRow[], look: PortraitLook): Found<readonly UseFacts[]> {
  if (rows.length > look.limits.mostIndexes) throw new Error(`more than ${look.limits.mostIndexes} counters`);
  return { value: rows.map(useOf) };
}
