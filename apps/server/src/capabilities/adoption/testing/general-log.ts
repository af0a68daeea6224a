/** What one account sent, by a server's general log: both flavours write `time  id command  argument`, MariaDB the time only where it changes. */
export function statementsOf(log: string, user: string): readonly string[] {
  const own = new Set<string>();
  const sent: string[] = [];
  let entry: { id: string; command: string; text: string } | undefined;
  const end = () => {
    if (!entry) return;
    const { id, command, text } = entry;
    if (command === 'Connect' && text.startsWith(`${user}@`)) own.add(id);
    if (own.has(id) && ['Query', 'Execute', 'Prepare'].includes(command)) sent.push(text.trim());
    entry = undefined;
  };
  for (const line of log.split('\n')) {
    const [, id, command, text] =
      /^(?:[\dT:.Z-]{15,}|\d{6}\s+\d{1,2}:\d\d:\d\d|\t)?\s+(\d+) (Connect|Query|Execute|Prepare|Quit|Init DB|Close stmt|Reset stmt|Statistics|Ping|Change user|Binlog Dump(?: GTID)?|Register Slave|Connect Out|Field List)\s?(.*)$/.exec(
        line,
      ) ?? [];
    if (id === undefined || command === undefined) {
      if (entry) entry = { ...entry, text: `${entry.text}\n${line}` };
      continue;
    }
    end();
    entry = { id, command, text: text?.trim() ?? '' };
  }
  end();
  return sent;
}
