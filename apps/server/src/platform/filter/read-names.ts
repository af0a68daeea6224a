import { ProblemError } from '../http/problem-error.ts';
import type { Catalogue, Collection } from './collection.ts';
import type { Path } from './expression.ts';
import { filterFault } from './fault.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { type Resolved, resolvePath } from './resolve-path.ts';

export const mostFields = 40;
const mostSortKeys = 3;

export interface SortKey {
  readonly resolved: Resolved;
  readonly descending: boolean;
}

/** `name,cluster.name,label."Cost Center"` → columns. @throws ProblemError INPUT_INVALID at `query.fields` */
export const readFields = (text: string, collection: Collection, catalogue: Catalogue): readonly Resolved[] =>
  within('fields', () => {
    const paths = readPaths(text, mostFields);
    return paths.map(({ path }) => single(resolvePath(path, collection, catalogue), path, collection));
  });

/** `-version,name`: a minus sorts from the greatest. @throws ProblemError INPUT_INVALID at `query.sort` */
export const readSort = (text: string, collection: Collection, catalogue: Catalogue): readonly SortKey[] =>
  within('sort', () =>
    readPaths(text, mostSortKeys).map(({ path, descending }) => ({
      resolved: single(resolvePath(path, collection, catalogue), path, collection),
      descending,
    })),
  );

function single(resolved: Resolved, { at }: Path, { name }: Collection): Resolved {
  if (!resolved.many) return resolved;
  throw filterFault(
    at,
    { en: 'one {collection} may have several {name}', zh: '一个 {collection} 可能有多个 {name}' },
    { en: 'Begin the query at that dimension.', zh: '请从对应的维度开始查询。' },
    { collection: name, name: resolved.name },
  );
}

interface Named {
  readonly path: Path;
  readonly descending: boolean;
}

function readPaths(text: string, most: number): readonly Named[] {
  const found: Named[] = [];
  let names: string[] = [];
  let at = 1;
  let descending = false;
  for (const token of readTokens(text)) {
    const sign = token.kind === 'symbol' ? token.text : undefined;
    if (token.kind === 'end' || sign === ',') {
      if (names.length === 0) throw nameMissing(token.at);
      found.push({ path: { names, at }, descending });
      if (found.length > most) throw tooMany(at, most);
      names = [];
      descending = false;
    } else if (sign === '-' && names.length === 0 && !descending) descending = true;
    else if (sign === undefined) {
      if (names.length === 0) at = token.at;
      names.push(token.text);
    } else if (sign !== '.' || names.length === 0) throw strangeSign(token);
  }
  return found;
}

const nameMissing = (at: number) =>
  filterFault(
    at,
    { en: 'a name is missing', zh: '缺少列名' },
    { en: 'Separate names with single commas.', zh: '请用单个逗号分隔列名。' },
  );
const tooMany = (at: number, most: number) =>
  filterFault(
    at,
    { en: 'there are more than {most} names', zh: '列名超过 {most} 个' },
    { en: 'Choose fewer.', zh: '请减少列数。' },
    { most },
  );
const strangeSign = ({ at, text }: Token) =>
  filterFault(
    at,
    { en: '“{sign}” does not belong into a list of names', zh: '“{sign}”不应出现在列名列表中' },
    { en: 'Separate names with commas.', zh: '请用逗号分隔列名。' },
    { sign: text },
  );

/** The same readers as the filter's, whose faults are then those of another parameter. */
function within<T>(parameter: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'FILTER_INVALID') throw error;
    const { reason, move } = error.values;
    if (typeof reason !== 'object' || typeof move !== 'object') throw error;
    const words = { en: `${reason.en}. ${move.en}`, zh: `${reason.zh}。${move.zh}` };
    throw new ProblemError('INPUT_INVALID', { count: 1 }, [{ path: `query.${parameter}`, words }]);
  }
}
