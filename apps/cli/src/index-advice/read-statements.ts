import { type Dialect, fingerprint } from '@myriad/sql';
import type { AdviceSource } from '@myriad/sql-review';
import { InputFault } from '../review/input-fault.ts';
import { listInputs } from '../review/list-inputs.ts';
import { readScript } from '../review/read-script.ts';
import { readSources } from '../review/write-advice.ts';

export interface StatementSet {
  readonly sources: readonly AdviceSource[];
  /** By fingerprint. */
  readonly executions: ReadonlyMap<string, number>;
}

/** Statements of files, and of *.jsonl with how often each ran. @throws InputFault */
export async function readStatements(inputs: readonly string[], dialect: Dialect): Promise<StatementSet> {
  const isCounted = (name: string) => /\.jsonl$/i.test(name);
  const plain = inputs.filter((name) => !isCounted(name));
  const sources = [...(plain.length === 0 ? [] : await readSources(await listInputs(plain)))];
  const executions = new Map<string, number>();
  for (const name of inputs.filter(isCounted)) {
    const rows = (await readScript(name)).split('\n').map((line, at) => readRow(name, line, at + 1));
    // A statement stands in the line it came from.
    sources.push({ name, text: rows.map((row) => (row ? `${row.sql.replace(/\s+/g, ' ')};` : '')).join('\n') });
    for (const row of rows) {
      if (row?.executions === undefined) continue;
      const print = fingerprint(row.sql.replace(/\s+/g, ' '), dialect);
      executions.set(print, (executions.get(print) ?? 0) + row.executions);
    }
  }
  return { sources, executions };
}

interface CountedRow {
  readonly sql: string;
  readonly executions: number | undefined;
}

function readRow(name: string, line: string, number: number): CountedRow | undefined {
  if (line.trim() === '') return undefined;
  const row = parsed(line);
  const isRow = typeof row === 'object' && row !== null && 'sql' in row && typeof row.sql === 'string';
  const counted = isRow && 'executions' in row ? row.executions : undefined;
  if (!isRow || (counted !== undefined && (typeof counted !== 'number' || !(counted >= 0))))
    throw new InputFault({
      en: `${name}:${number} must be like {"sql": "SELECT …", "executions": 1200}.`,
      zh: `${name}:${number} 应类似 {"sql": "SELECT …", "executions": 1200}。`,
    });
  return { sql: String(row.sql).replace(/;\s*$/, ''), executions: counted };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
