import type { LogOutcome, LogTarget } from '@myriad/contract';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatBytes } from '../../shared/format/format-size.ts';
import { formatExact } from '../../shared/format/format-time.ts';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import type { LogSearch } from './use-log-search.ts';

/** How far it is, and every log of which not all was read, by name and with its reason. */
export function LogProgress({ search }: { search: LogSearch }) {
  const { t } = useTranslation();
  const { leftOut, outcomes, state, targets, unfinished } = search;
  const failed = outcomes.filter((outcome) => outcome.state === 'failed');
  const bounded = outcomes.filter(
    (outcome) => outcome.state === 'read' && (outcome.readBackTo !== undefined || outcome.because !== undefined),
  );
  const bytes = outcomes.reduce((sum, { readBytes = 0 }) => sum + readBytes, 0);
  const shown = [...failed, ...bounded];
  return (
    <section className="panel log-progress" aria-label={t('logs.progress')}>
      <div className="row wrap" role="status">
        {state === 'running' ? (
          <Progress
            className="log-bar"
            size="small"
            showInfo={false}
            percent={targets.length === 0 ? 0 : (100 * outcomes.length) / targets.length}
          />
        ) : null}
        <span>{t('logs.readOf', { done: outcomes.length, count: targets.length })}</span>
        {failed.length > 0 ? <strong className="tone-bad">{t('logs.failed', { count: failed.length })}</strong> : null}
        {unfinished > 0 || state === 'stopped' ? (
          <strong className="tone-warn">
            {t('logs.unfinished', { count: state === 'stopped' ? targets.length - outcomes.length : unfinished })}
          </strong>
        ) : null}
        {leftOut > 0 ? <span className="soft">{t('logs.leftOut', { count: leftOut })}</span> : null}
        <span className="faint">{t('logs.bytes', { size: formatBytes(bytes) })}</span>
      </div>
      {shown.length > 0 ? (
        <details open={shown.length <= 5}>
          <summary>{t('logs.notAll', { count: shown.length })}</summary>
          <ul className="log-outcomes">
            {shown.map((outcome) => (
              <Outcome key={outcome.key} outcome={outcome} target={targets.find(({ key }) => key === outcome.key)} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Outcome({ outcome, target }: { outcome: LogOutcome; target: LogTarget | undefined }) {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguage();
  const { because, readBackTo, state } = outcome;
  const isFailed = state === 'failed';
  const said = [
    readBackTo === undefined ? undefined : t('logs.readBackTo', { at: formatExact(readBackTo, language) }),
    because ? pick(because) : undefined,
  ];
  return (
    <li>
      <StateShape shape={isFailed ? 'cross' : 'hook'} tone={isFailed ? 'bad' : 'warn'} />
      <span className="nowrap">
        {target ? t(`logs.kinds.${target.kind}`) : outcome.key}{' '}
        {target?.instanceId ? <Link to={`/instances/${target.instanceId}`}>{target.instance}</Link> : null}
      </span>
      <span className="soft">
        {isFailed ? <span className="visually-hidden">{t('logs.failedOne')} </span> : null}
        {said.filter((each) => each !== undefined).join(' ')}
      </span>
    </li>
  );
}
