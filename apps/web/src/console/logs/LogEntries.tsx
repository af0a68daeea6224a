import { type LogEntry, type LogTarget, mergeEntries } from '@myriad/contract';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatExact } from '../../shared/format/format-time.ts';
import { CopyButton } from '../../shared/page/CopyButton.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import type { LogSearch } from './use-log-search.ts';

const step = 500;
const levelMarks = {
  error: { shape: 'cross', tone: 'bad' },
  warning: { shape: 'diamond', tone: 'warn' },
  note: { shape: 'dot', tone: 'calm' },
} as const;

/** What was found, the newest first, of all logs by time. */
export function LogEntries({ search }: { search: LogSearch }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(step);
  const { logs, state, targets } = search;
  const entries = useMemo(() => mergeEntries(logs).toReversed(), [logs]);
  const names = useMemo(() => new Map(targets.map((target) => [target.instanceId, target])), [targets]);
  if (entries.length === 0)
    return state === 'running' ? null : <Message title={t('logs.none')} next={t('logs.noneNext')} />;
  const lines = () => entries.map((entry) => JSON.stringify(entry)).join('\n');
  return (
    <Panel
      title={t('logs.found', { count: entries.length })}
      flush
      acts={<CopyButton text={lines()}>{t('logs.copy')}</CopyButton>}
    >
      <ol className="log-entries" aria-label={t('logs.entries')}>
        {entries.slice(0, shown).map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have their order and no other identity
          <Entry key={at} entry={entry} target={names.get(entry.instanceId)} />
        ))}
      </ol>
      {entries.length > shown ? (
        <p className="panel-foot">
          <Button onClick={() => setShown(shown + step)}>{t('frame.act.more')}</Button>
        </p>
      ) : null}
    </Panel>
  );
}

/** Lines and characters a closed entry shows. */
const closedLines = 4;
const closedCharacters = 600;

function Entry({ entry, target }: { entry: LogEntry; target: LogTarget | undefined }) {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { at, cut, kind, level, taskId, words } = entry;
  const text = words ? pick(words) : entry.text;
  const short = text.split('\n', closedLines).join('\n').slice(0, closedCharacters);
  const isLong = short.length < text.length;
  return (
    <li data-level={level}>
      <time className="log-at" title={at === null ? undefined : formatExact(at, language)}>
        {at === null ? '—' : atText(at)}
      </time>
      <span className="log-level">
        <StateShape {...levelMarks[level]} /> <span className="visually-hidden">{t(`logs.marks.${level}`)}</span>
        {target?.instanceId ? (
          <Link to={`/instances/${target.instanceId}`}>{target.instance}</Link>
        ) : taskId ? (
          <Link to={`/tasks/${taskId}`}>{t(`logs.kinds.${kind}`)}</Link>
        ) : (
          t(`logs.kinds.${kind}`)
        )}
      </span>
      <div className="log-said">
        <Measures entry={entry} />
        <bdi className="mono">{isOpen ? text : short}</bdi>
        {isOpen && cut ? <p className="faint">{t('logs.cut')}</p> : null}
        {isLong ? (
          <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('logs.less') : t('logs.more')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** What of an entry is a field, in one line above its text. */
function Measures({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const { code, kind, rowsExamined, rowsSent, schema, seconds, subsystem, user } = entry;
  const ofStatement =
    kind === 'slow'
      ? [
          seconds === undefined ? undefined : t('logs.seconds', { seconds }),
          rowsExamined === undefined ? undefined : t('logs.examined', { count: rowsExamined }),
          rowsSent === undefined ? undefined : t('logs.sent', { count: rowsSent }),
          user,
          schema,
        ]
      : [];
  return <p className="faint">{[code, subsystem, ...ofStatement].filter(Boolean).join(' · ')}</p>;
}

/** To the millisecond, in the reader's zone: order matters more here than words. */
function atText(at: number): string {
  const moment = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return moment.toISOString().slice(5, 23).replace('T', ' ');
}
