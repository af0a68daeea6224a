import { createHash } from 'node:crypto';
import type { HostAction } from '../types.ts';
import { prelude } from './prelude.ts';

/**
 * Defines a host action: a POSIX sh script with typed input and output. The script finds each input field as a shell
 * variable `in_<field>` (see `shell-fields.ts`), the functions of `prelude.ts`, and nothing on its standard input.
 * Its last line on stdout is a JSON object; `fail CODE "message"` ends it with an error of its own.
 */
export const defineHostAction = <I, O>(action: HostAction<I, O>): HostAction<I, O> => action;

export interface ActionFile {
  /** SHA-256 of `text`, the file's name on the host. */
  readonly hash: string;
  readonly text: string;
}

const files = new WeakMap<object, ActionFile>();

/** What is pushed to a host: the prelude and the script in one file. */
export function actionFile<I, O>(action: HostAction<I, O>): ActionFile {
  const known = files.get(action);
  if (known) return known;
  const text = `# ${action.name} ${action.version}\n${prelude}\n${action.script}\n`;
  const file = { hash: createHash('sha256').update(text).digest('hex'), text };
  files.set(action, file);
  return file;
}
