import { type ErrorLogView, getInstanceErrorLog } from '@myriad/contract';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { CopyButton } from '../../shared/page/CopyButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { usePick } from '../../shared/words/use-words.ts';
import type { PartProps } from './parts.ts';
import { SearchField } from './SearchField.tsx';

const sizes = ['64', '256', '1024', '4096'] as const;
const grades = ['all', 'warning', 'error'] as const;
const one = <const T extends string>(all: readonly T[], text: string | undefined, usual: T): T =>
  all.find((each) => each === text) ?? usual;

/** The end of the error log, searched on the platform; the question stands in the address. */
export function ErrorLogPart({ instance }: PartProps) {
  const { t } = useTranslation();
  const { values, change } = useFilters(['q', 'kib', 'grade']);
  const kib = one(sizes, values.kib, '256');
  const grade = one(grades, values.grade, 'all');
  const text = values.q ?? '';
  const query = useAnswer(
    getInstanceErrorLog,
    { params: { instanceId: instance.id }, query: { kib, grade, ...(text === '' ? {} : { text }) } },
    { keeps: true },
  );
  return (
    <Panel
      title={t('instance.log.title')}
      flush
      beside={
        <span className="row wrap">
          <SearchField value={values.q} onChange={(next) => change('q', next)} />
          <Select
            value={grade}
            style={{ width: 170 }}
            aria-label={t('instance.log.grade')}
            onChange={(next) => change('grade', next === 'all' ? undefined : next)}
            options={grades.map((value) => ({ value, label: t(`instance.log.grades.${value}`) }))}
          />
          <Select
            value={kib}
            style={{ width: 190 }}
            aria-label={t('instance.log.look')}
            onChange={(next) => change('kib', next === '256' ? undefined : next)}
            options={sizes.map((value) => ({
              value,
              label: `${t('instance.log.look')} ${formatBytes(Number(value) * 1024)}`,
            }))}
          />
        </span>
      }
      acts={
        <span className="row">
          {query.data && query.data.lines.length > 0 ? (
            <CopyButton text={query.data.lines.map((line) => line.text).join('\n')}>
              {t('frame.act.copyAs', { format: 'TXT' })}
            </CopyButton>
          ) : null}
          <Button loading={query.isFetching} onClick={() => void query.refetch()}>
            {t('instance.log.again')}
          </Button>
        </span>
      }
    >
      <Loaded query={query}>{(log) => <LogLines log={log} />}</Loaded>
    </Panel>
  );
}

function LogLines({ log }: { log: ErrorLogView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { lines, source, file, sizeBytes, readBytes, looked, found, because } = log;
  if (source === undefined)
    return (
      <Message
        title={t('instance.log.cannot')}
        next={`${because ? pick(because) : ''} ${t('instance.log.cannotNext')}`.trim()}
      />
    );
  return (
    <>
      <p className="panel-foot faint">
        {source === 'table' ? t('instance.log.table') : <bdi className="mono">{file}</bdi>}
        {sizeBytes === undefined || readBytes === undefined
          ? null
          : ` · ${t('instance.log.of', { read: formatBytes(readBytes), size: formatBytes(sizeBytes) })}`}
        {' · '}
        {t('instance.log.found', { found: formatCount(found), looked: formatCount(looked) })}
        {found > lines.length ? ` · ${t('instance.log.shownLast', { count: lines.length })}` : null}
      </p>
      {lines.length === 0 ? (
        <Message title={t('instance.log.none')} next={t('instance.nothingFitsNext')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
        <ol className="log-lines" tabIndex={0} aria-label={t('instance.log.title')}>
          {lines.map(({ grade, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have their order and no other identity
            <li key={at} data-grade={grade}>
              <span className="visually-hidden">{t(`instance.log.grade_${grade}`)}</span>
              <bdi translate="no">{text}</bdi>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
