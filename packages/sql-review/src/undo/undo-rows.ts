import type { DmlUndoSteps } from './dml-parts.ts';

/** What a row held, by column, as the driver takes it back. */
export type CapturedRow<Value> = Readonly<Record<string, Value>>;

export interface BoundStatement<Value> {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** The statements that undo a change: `rows` are what each part captured, `lastInsertId` what the change left. Pure. */
export function undoStatements<Value>(
  { parts }: DmlUndoSteps,
  rows: readonly (readonly CapturedRow<Value>[])[],
  lastInsertId?: Value,
): readonly BoundStatement<Value>[] {
  const own: CapturedRow<Value> = lastInsertId === undefined ? {} : { lastInsertId };
  const away = parts.toReversed().flatMap(({ takeAway }) => takeAway.map((sql) => bind(sql, own)));
  const back = parts.flatMap(({ putBack }, at) =>
    (rows[at] ?? []).flatMap((row) => putBack.map((sql) => bind(sql, row))),
  );
  return [...away, ...back];
}

const places = /:([\p{L}\p{N}_$]+)|:`((?:[^`]|``)*)`|`(?:[^`]|``)*`|'(?:[^'\\]|''|\\.)*'/gu;

/** Quoted names and texts are passed over; `:name` elsewhere is a value. @throws where nobody captured it */
function bind<Value>(sql: string, row: CapturedRow<Value>): BoundStatement<Value> {
  const values: Value[] = [];
  const text = sql.replaceAll(places, (whole, word?: string, quoted?: string) => {
    const name = word ?? quoted?.replaceAll('``', '`');
    if (name === undefined) return whole;
    const value = row[name];
    if (value === undefined) throw new Error(`nobody captured ${name}`);
    values.push(value);
    return '?';
  });
  return { sql: text, values };
}
