import { type Dialect, parseStatement } from '@myriad/sql';
import type { ReviewFacts } from '../facts/facts.ts';
import { predictDdl } from '../predict/predict-ddl.ts';
import { isCoveredBy } from '../schema/redundant-index.ts';
import { copySchema, emptySchema, type SchemaState } from '../schema/schema.ts';
import { columnNamed, type IndexModel, indexNamed, isUniqueIndex, type TableModel } from '../schema/table.ts';
import type { Words } from '../words.ts';
import { chooseIndexes, isWritten } from './choose-indexes.ts';
import { type Chosen, costItem, isRelevant } from './cost-item.ts';
import { drain } from './drain.ts';
import { distinctOf, rowsOf, type StatisticsOf } from './estimate-rows.ts';
import type { AdviceSet, AdviceSource, IndexAdvice } from './index-advice.ts';
import { indexBytesOf } from './key-bytes.ts';
import { readWorkload, type WorkItem } from './read-workload.ts';
import { createText, dropText, partText, reasonOf, visibilityText } from './word-advice.ts';

export interface AdviseOptions {
  readonly dialect: Dialect;
  readonly facts?: ReviewFacts;
  /** How often statements run, by fingerprint; else each as often as it stands in the sources. */
  readonly executions?: ReadonlyMap<string, number>;
}

interface Advising {
  readonly items: readonly WorkItem[];
  readonly chosen: Chosen;
  readonly schema: SchemaState;
  readonly dialect: Dialect;
  readonly facts: ReviewFacts;
  readonly statisticsOf: StatisticsOf;
}

/**
 * Indexes worth having for a set of statements: none that is there already or begins another, none the server could not use.
 * Nothing is asked of a server. Tables that nobody described get no advice. Never throws for what stands in the text.
 */
export const adviseIndexes = (sources: readonly AdviceSource[], options: AdviseOptions): AdviceSet =>
  drain(adviseInSteps(sources, options));

/** The same for one who has others to serve meanwhile: a step takes some milliseconds at most. */
export function* adviseInSteps(
  sources: readonly AdviceSource[],
  { dialect, facts = {}, executions }: AdviseOptions,
): Generator<void, AdviceSet> {
  const schema = facts.schema ? copySchema(facts.schema) : emptySchema();
  const { items, remarks, unknownTables } = yield* readWorkload(sources, schema, dialect, executions);
  const statisticsOf: StatisticsOf = ({ schema: of, name }) =>
    facts.statistics?.[(of === undefined ? name : `${of}.${name}`).toLowerCase()];
  const chosen = yield* chooseIndexes(items, { dialect, statisticsOf });
  const advising: Advising = { items, chosen, schema, dialect, facts, statisticsOf };
  const advice: IndexAdvice[] = [];
  for (const [table, indexes] of chosen)
    for (const index of indexes) {
      const one = adviceOf(table, index, advising);
      if (one) advice.push(one);
      yield;
    }
  advice.sort((a, b) => b.rowsBefore - b.rowsAfter - (a.rowsBefore - a.rowsAfter));
  return { advice, remarks, statements: items.length, unknownTables };
}

function adviceOf(table: TableModel, index: IndexModel, advising: Advising): IndexAdvice | undefined {
  const { items, chosen, dialect, statisticsOf } = advising;
  const less: Chosen = new Map([...chosen, [table, (chosen.get(table) ?? []).filter((one) => one !== index)]]);
  const users = items.flatMap((item) => {
    if (!isRelevant({ table, indexes: [index], free: 0 }, item, advising)) return [];
    const after = costItem(item, chosen, advising);
    if (!after.indexes.has(index)) return [];
    return [{ item, rowsBefore: rounded(costItem(item, less, advising).rows), rowsAfter: rounded(after.rows) }];
  });
  if (users.length === 0) return undefined;
  const sum = (rows: 'rowsBefore' | 'rowsAfter') =>
    users.reduce((all, one) => all + one[rows] * one.item.place.executions, 0);
  const writers = items.filter((item) => isWritten(item, table, index)).map(({ place }) => place);
  const isHidden = indexNamed(table, index.name) !== undefined;
  const ddl = isHidden ? visibilityText(table, index, 'seen', dialect) : createText(table, index, dialect);
  const statistics = statisticsOf(table);
  const redundant = isHidden
    ? []
    : table.indexes.filter(
        (old) => old.isVisible && !isUniqueIndex(old) && isCoveredBy(old, index, [...table.indexes, index]),
      );
  return {
    action: isHidden ? 'show' : 'create',
    schema: table.schema,
    table: table.name,
    index: index.name,
    parts: index.parts.map((part) => partText(part, dialect)),
    ddl,
    undo: isHidden ? visibilityText(table, index, 'hidden', dialect) : dropText(table, index),
    serves: users.map(({ item, rowsBefore, rowsAfter }) => ({ ...item.place, rowsBefore, rowsAfter })),
    rowsBefore: sum('rowsBefore'),
    rowsAfter: sum('rowsAfter'),
    reason: reasonOf(
      table,
      index,
      users.flatMap(({ item }) => item.blocks),
      dialect,
    ),
    sizeBytes:
      statistics?.rows === undefined || isHidden ? undefined : indexBytesOf(index, table, rowsOf(table, statisticsOf)),
    writes: writers,
    writeCost: writeWords(table, index, writers.length, statistics?.writes),
    prediction: predictionOf(ddl, advising),
    makesRedundant: redundant.map(({ name }) => name),
    cautions: cautionsOf(redundant, table, index),
    confidence: isMeasured(table, index, statisticsOf) ? 'statistics' : 'schema',
    proof: undefined,
  };
}

const rounded = (rows: number): number => Math.max(1, Math.round(rows));

/** The number of rows and of different values of what it begins with are the server's. */
function isMeasured(table: TableModel, { parts }: IndexModel, statisticsOf: StatisticsOf): boolean {
  const [first] = parts;
  const column = first?.column === undefined ? undefined : columnNamed(table, first.column);
  if (statisticsOf(table)?.rows === undefined || column === undefined) return false;
  return distinctOf(column, table, statisticsOf).isKnown;
}

function predictionOf(ddl: string, { schema, dialect, facts }: Advising) {
  const { statement } = parseStatement(ddl, dialect);
  const statisticsOf = ({ schema: of, name }: { readonly schema: string | undefined; readonly name: string }) =>
    facts.statistics?.[(of === undefined ? name : `${of}.${name}`).toLowerCase()];
  return predictDdl(statement, { dialect, schema, facts, statisticsOf })[0];
}

function writeWords({ name }: TableModel, { parts }: IndexModel, writers: number, measured: number | undefined): Words {
  const columns = parts.flatMap(({ column }) => column ?? []);
  const seen =
    measured === undefined
      ? { en: '', zh: '' }
      : {
          en: `; the server counted ${measured} writes of it since it started`,
          zh: `；服务器启动以来该表写入 ${measured} 次`,
        };
  const given =
    writers === 0
      ? { en: '', zh: '' }
      : { en: `: ${writers} of the statements given`, zh: `：所给语句中有 ${writers} 条` };
  return {
    en: `Every INSERT and DELETE of ${name}, and every UPDATE of ${columns.join(', ') || 'its columns'}, writes this index too${given.en}${seen.en}.`,
    zh: `${name} 的每次 INSERT、DELETE，以及对 ${columns.join('、') || '相关列'} 的 UPDATE 都要多写一个索引${given.zh}${seen.zh}。`,
  };
}

function cautionsOf(
  redundant: readonly IndexModel[],
  { foreignKeys }: TableModel,
  index: IndexModel,
): readonly Words[] {
  const cautions = redundant.map(({ name }) => ({
    en: `${name} becomes the beginning of ${index.name}. Untested for statements that are not in this set: hide it first, watch, then drop it.`,
    zh: `${name} 将成为 ${index.name} 的左前缀。未对本次语句集之外的语句验证：请先将其设为不可见，观察后再删除。`,
  }));
  const first = index.parts[0]?.column;
  const keeps =
    redundant.length > 0 && foreignKeys.some(({ columns }) => columns[0]?.toLowerCase() === first?.toLowerCase());
  return keeps
    ? [...cautions, { en: 'A foreign key needs one of the two indexes.', zh: '外键至少需要保留这两个索引之一。' }]
    : cautions;
}
