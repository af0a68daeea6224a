import { getSelfCheck, runSelfCheck, type SelfCheckView } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerKey, useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { formatDuration } from '../../shared/format/format-time.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import './self-check.css';

/** Everything the platform stands on: how it is, why, and what to do. */
export function SelfCheckPage() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['amber']);
  const queries = useQueryClient();
  const found = useAnswer(getSelfCheck, {}, { everyMs: 15_000 });
  const now = useSend(runSelfCheck, {
    onDone: (view) => queries.setQueryData(answerKey(getSelfCheck, {}), view),
  });
  const isOnlyAmber = values.amber !== undefined;
  const look = (
    <Button type="primary" loading={now.isSending} onClick={() => now.send({})} data-testid="look-now">
      {t('selfCheck.now')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('selfCheck.title')} acts={look} />
      <ProblemNote error={now.error} />
      <Loaded query={found}>
        {(view) =>
          view.at === undefined ? (
            <section className="panel">
              <Message title={t('selfCheck.none')} next={t('selfCheck.noneNext')} />
            </section>
          ) : (
            <>
              <div className="row wrap">
                {(['amber', 'grey', 'green'] as const).map((health) => (
                  <span key={health} className="row health-count">
                    <b>{view.counts[health]}</b> <StateMark of="health" value={health} />
                  </span>
                ))}
                <span className="faint">
                  {t('selfCheck.looked')} <RelativeTime at={view.at} />
                  {view.tookMilliseconds === undefined
                    ? null
                    : ` ${t('selfCheck.took', { time: formatDuration(view.tookMilliseconds) })}`}
                  {' · '}
                  {t('selfCheck.every', { minutes: Math.round(view.everySeconds / 60) })}
                </span>
                <span className="grow" />
                <Checkbox
                  checked={isOnlyAmber}
                  onChange={(event) => change('amber', event.target.checked ? '1' : undefined)}
                >
                  {t('selfCheck.onlyAmber')}
                </Checkbox>
              </div>
              <Checks view={view} isOnlyAmber={isOnlyAmber} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function Checks({ view, isOnlyAmber }: { view: SelfCheckView; isOnlyAmber: boolean }) {
  const { t } = useTranslation();
  const pick = usePick();
  const shown = view.checks
    .map((check) => ({ ...check, lines: check.lines.filter(({ health }) => !isOnlyAmber || health === 'amber') }))
    .filter(({ lines }) => lines.length > 0);
  if (shown.length === 0)
    return (
      <section className="panel">
        <Message title={t('selfCheck.allGreen')} next={t('selfCheck.allGreenNext')} />
      </section>
    );
  return (
    <section className="panel">
      <ul className="health">
        {shown.map(({ name, title, lines }) => (
          <li key={name} data-check={name}>
            <h2>{pick(title)}</h2>
            <ul>
              {lines.map(({ about, health, words, next }) => (
                <li key={about + words.en} data-health={health}>
                  <StateMark of="health" value={health} />
                  <div>
                    {about === '' ? null : <bdi className="mono health-about">{about}</bdi>}
                    <span>{pick(words)}</span>
                    {next && health !== 'green' ? <p className="soft">{pick(next)}</p> : null}
                  </div>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
