import type { SqlLimits, SqlRow, SqlRunner, SqlValue } from '../sql-runner.ts';
import type { Version } from '../version.ts';

/** Who of the platform sends it: a sweep, a portrait, the setting up of any session, a task … */
export type Sender =
  | 'session'
  | 'glance'
  | 'metrics'
  | 'portrait'
  | 'dictionary'
  | 'live'
  | 'review'
  | 'proof'
  | 'deploy'
  | 'operate';

export interface StatementWords {
  readonly en: string;
  readonly zh: string;
}

/** As a row of the reference: what is sent, why and by whom. */
export interface StatementRow {
  /** `observe.identity`: chosen slowly, never renamed. */
  readonly name: string;
  readonly why: StatementWords;
  readonly sentBy: readonly Sender[];
  /** `session`: settings of our own connection only. */
  readonly changes: 'nothing' | 'session' | 'server';
  /** Seconds after which it is ended; absent = the session's own limit. */
  readonly limitSeconds?: number;
  /** Every text this version may be sent, secrets and names as examples; empty = never sent to it. */
  readonly texts: (version: Version) => readonly string[];
}

export interface Statement<Input> extends StatementRow {
  /** The very text that is sent; `?` stands for values sent with it. undefined = this version knows no such thing. */
  readonly text: (version: Version, input: Input) => string | undefined;
}

export interface StatementDefinition<Input> extends Omit<StatementRow, 'texts'> {
  readonly text: (version: Version, input: Input) => string | undefined;
  /** Inputs that show every form the text can take. */
  readonly examples: (version: Version) => readonly Input[];
}

export function defineStatement<Input = undefined>(
  definition: Omit<StatementDefinition<Input>, 'examples'> &
    (undefined extends Input ? { examples?: StatementDefinition<Input>['examples'] } : StatementDefinition<Input>),
): Statement<Input> {
  // Without an input there is one form.
  const examples = definition.examples ?? (() => [undefined as Input]);
  return {
    ...definition,
    texts: (version) => [
      ...new Set(
        examples(version)
          .map((input) => definition.text(version, input))
          .filter((text) => text !== undefined),
      ),
    ],
  };
}

/** For statements that are the same on every version, where the caller does not know which it speaks to. */
export const anywhere: Version = { flavor: 'mysql', major: 8, minor: 0, patch: 0, text: '8.0.0', series: '8.0' };

/** What a version has no statement for. */
export class StatementUnknown extends Error {
  override readonly name = 'StatementUnknown';
}

export interface SendOptions<Input> {
  readonly input?: Input;
  readonly values?: readonly SqlValue[];
  readonly limits?: SqlLimits;
}

/**
 * The only way a statement leaves this package: what is sent is what the reference lists.
 * @throws StatementUnknown where the version has no such statement; otherwise what the server says.
 */
export async function send<Input>(
  sql: SqlRunner,
  version: Version,
  statement: Statement<Input>,
  ...[options = {}]: undefined extends Input ? [SendOptions<Input>?] : [SendOptions<Input> & { readonly input: Input }]
): Promise<readonly SqlRow[]> {
  const { input, values = [], limits } = options;
  const text = statement.text(version, input as Input);
  if (text === undefined)
    throw new StatementUnknown(`${version.flavor} ${version.text} has no statement for ${statement.name}`);
  const limit = statement.limitSeconds === undefined ? {} : { timeoutSeconds: statement.limitSeconds };
  return sql.query(text, values, { ...limit, ...limits });
}
