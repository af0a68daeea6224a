import type { ReviewedStatement, SqlReviewView } from '@myriad/contract';

/** What a statement of a review says: of a mapper, the SQL its element gives. */
export const sqlOf = ({ text }: Pick<SqlReviewView, 'text'>, { mapped, start, end }: ReviewedStatement): string =>
  mapped?.sql.trim() ?? text.slice(start, end);

const changing = ['insert', 'replace', 'update', 'delete', 'with', 'alter', 'create', 'drop', 'rename', 'truncate'];

/** Whether it is worth asking what would undo it: by its first word; the platform says what it really is. */
export const changesSomething = (sql: string): boolean =>
  changing.includes(/^[a-z]+/i.exec(sql)?.[0].toLowerCase() ?? '');
