import type { LogEntry } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { walkAudit } from '../../auth/index.ts';
import type { SaidByTask } from '../../tasks/index.ts';
import { isSought, type Sought } from '../read/sought.ts';
import { shownLogText } from '../shown-log-text.ts';

/** What steps said within a time, newest first, in pages; only of tasks the actor sees. */
export type TaskLogReader = (
  actor: Actor,
  range: { readonly from: number; readonly to: number; readonly about?: readonly string[] },
) => AsyncIterable<readonly SaidByTask[]>;

export interface PlatformLog {
  readonly entries: readonly LogEntry[];
  readonly readBackTo?: number;
}

/** Rows looked through in one search: the store has more to do. */
const mostRows = 20_000;

/** The newest entries that fit, oldest first. */
async function gather<Row>(
  pages: AsyncIterable<readonly Row[]>,
  sought: Sought,
  view: (row: Row) => LogEntry,
): Promise<PlatformLog> {
  const found: LogEntry[] = [];
  let looked = 0;
  for await (const page of pages)
    for (const row of page) {
      const entry = view(row);
      looked += 1;
      if (isSought(entry, sought)) found.push(entry);
      if ((found.length >= sought.limit || looked >= mostRows) && entry.at !== null)
        return { entries: found.reverse(), readBackTo: entry.at };
    }
  return { entries: found.reverse() };
}

export const readTaskLog = (pages: AsyncIterable<readonly SaidByTask[]>, sought: Sought): Promise<PlatformLog> =>
  gather(pages, sought, ({ at, level, taskId, title, words }) => ({
    ...{ kind: 'task', at, taskId, level: level === 'info' ? 'note' : level },
    text: `${title.en}: ${shownLogText(words.en).text}`,
    words: { en: `${title.en}: ${shownLogText(words.en).text}`, zh: `${title.zh}：${shownLogText(words.zh).text}` },
  }));

const outcomeLevels = { refused: 'warning', failed: 'error' } as const;

export const readAuditLog = (db: Reader, sought: Sought): Promise<PlatformLog> =>
  gather(walkAudit(db, sought), sought, ({ at, action, actorName, outcome, resource, via, words }) => {
    const act = `${actorName || '—'} (${via}) ${action} ${resource} → ${outcome}`;
    const said = { en: words ? `${act}: ${words.en}` : act, zh: words ? `${act}：${words.zh}` : act };
    const level = Object.hasOwn(outcomeLevels, outcome) ? outcomeLevels[outcome as 'refused'] : 'note';
    const shown = { en: shownLogText(said.en).text, zh: shownLogText(said.zh).text };
    return { kind: 'audit', at, level, text: shown.en, words: shown, user: shownLogText(actorName, 200).text };
  });
