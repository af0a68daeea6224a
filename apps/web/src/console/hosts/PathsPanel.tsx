import { type HostView, type PathSpec, testHostPaths } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { formatDuration } from '../../shared/format/format-time.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import './hosts.css';

/** The ways to a host in the order they are tried, and what happens on each when tried now, hop by hop. */
export function PathsPanel({ host }: { host: HostView }) {
  const { t } = useTranslation();
  const { send, isSending, error, answer } = useSend(testHostPaths);
  return (
    <Panel
      title={t('host.paths')}
      beside={<span className="faint">{t('host.pathsHint')}</span>}
      acts={
        <AbleButton
          ability={host.abilities.check}
          loading={isSending}
          onClick={() => send({ params: { hostId: host.id } })}
        >
          {isSending ? t('host.testing') : t('host.testPaths')}
        </AbleButton>
      }
    >
      {host.paths.length === 0 ? <span className="faint">{t('host.pathsHidden')}</span> : null}
      <ol className="record">
        {host.paths.map((path, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what a path is
          <li key={at}>
            <PathWords path={path} />
          </li>
        ))}
      </ol>
      <ProblemNote error={error} />
      {answer ? <PathResults paths={answer.paths} /> : null}
    </Panel>
  );
}

function PathWords({ path }: { path: PathSpec }) {
  const { t } = useTranslation();
  if (path.kind === 'local') return <span>{t('host.local')}</span>;
  return (
    <span>
      {t('host.ssh')} <code>{`${path.user}@${path.address}:${path.port}`}</code>{' '}
      <span className="faint">
        {path.agent ? t('host.agent') : t('host.secret')}
        {path.jumps.length > 0 ? ` · ${t('host.via', { hosts: path.jumps.join(' → ') })}` : ''}
      </span>
    </span>
  );
}

interface PathResult {
  readonly path: string;
  readonly ok: boolean;
  readonly hops: readonly {
    name: string;
    ok: boolean;
    milliseconds: number;
    words?: { en: string; zh: string } | undefined;
  }[];
}

function PathResults({ paths }: { paths: readonly PathResult[] }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <ul className="record" style={{ marginTop: 12 }} aria-live="polite">
      {paths.map((path) => (
        <li key={path.path}>
          <Verdict ok={path.ok} /> <code>{path.path}</code>{' '}
          <span className={path.ok ? 'tone-good' : 'tone-bad'}>{t(path.ok ? 'host.pathOk' : 'host.pathFailed')}</span>
          <ol className="hops">
            {path.hops.map((hop, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hops have their order and no other identity
              <li key={at}>
                <Verdict ok={hop.ok} />
                <code>{hop.name}</code>
                <span className="faint">{formatDuration(hop.milliseconds)}</span>
                {hop.words ? <span className={hop.ok ? 'soft' : 'tone-bad'}>{pick(hop.words)}</span> : null}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}

const Verdict = ({ ok }: { ok: boolean }) => (
  <StateShape shape={ok ? 'tick' : 'cross'} tone={ok ? 'good' : 'bad'} size={12} />
);
