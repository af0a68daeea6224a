/** Commands of the command line clients, by their whole words: no statement begins with one. */
const words =
  'source|system|tee|notee|pager|nopager|connect|status|warnings|nowarning|edit|ego|print|prompt|rehash|exit|quit|charset|resetconnection|query_attributes|ssl_session_data_print';
const command = new RegExp(`(?:(?:${words})(?=[\\s;]|$)|\\\\[a-z.!#?](?=[\\s;]|$)|\\\\[.!][^\\s])`, 'iy');
const use = /use[ \t]+(?:`[^`\n]+`|[^\s;`]+)[ \t]*(?=\r?\n|$)/iy;

/**
 * Where a command of the client ends that takes its line and no delimiter: `source other.sql`, `\. other.sql`, `USE shop`
 * without a semicolon. `undefined` for a statement.
 */
export function clientLineEnd(text: string, start: number): number | undefined {
  use.lastIndex = start;
  if (use.test(text)) return use.lastIndex;
  command.lastIndex = start;
  if (!command.test(text)) return undefined;
  const end = text.indexOf('\n', start);
  const line = end === -1 ? text.length : end;
  const last = text.slice(start, line).trimEnd();
  return start + last.length - (last.endsWith(';') ? 1 : 0);
}

/** Whether a text is a command of the client alone. USE is not: servers know it too. */
export function isClientCommand(text: string): boolean {
  command.lastIndex = 0;
  return command.test(text);
}
