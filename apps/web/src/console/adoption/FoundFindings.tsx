import type { FoundCluster } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';

/** What is wrong with it, worst first; what cannot be done with it, and why; what the account does not see. */
export function FoundFindings({ cluster }: { cluster: FoundCluster }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { findings, limits, servers, graph } = cluster;
  const nameOf = (id: string | undefined) => graph.nodes.find((node) => node.id === id)?.name ?? id;
  const isNamed = ({ on, words }: FoundCluster['findings'][number]) =>
    on === undefined || words.en.includes(nameOf(on) ?? on);
  const blind = servers.filter(({ missing }) => missing.length > 0);
  const mighty = servers.filter(({ surplus }) => surplus.length > 0);
  return (
    <div className="columns wide">
      <div>
        <h3>{t('adoption.findings', { count: findings.length })}</h3>
        <ul className="record found-list">
          {findings.map((finding) => (
            <li
              key={`${finding.code} ${finding.on ?? ''} ${finding.words.en}`}
              className="found-finding"
              data-code={finding.code}
            >
              <StateMark of="grade" value={finding.grade} />
              <div>
                {pick(finding.words)}
                {isNamed(finding) ? null : <span className="faint mono"> {nameOf(finding.on)}</span>}
                <div className="faint">{pick(finding.next)}</div>
              </div>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('adoption.limits')}</h3>
        {limits.length === 0 ? <span className="faint">{t('adoption.limitsNone')}</span> : null}
        <ul className="record found-list">
          {limits.map(({ act, on, because, code }) => (
            <li key={`${act} ${on ?? ''} ${code} ${because.en}`}>
              <b>{t(`adoption.acts.${act}`)}</b> {on ? <span className="faint mono">{nameOf(on)}</span> : null}
              <div className="soft">{pick(because)}</div>
            </li>
          ))}
          {blind.map(({ id, missing }) => (
            <li key={`missing ${id}`}>
              <b>{t('adoption.sees')}</b> <span className="faint mono">{nameOf(id)}</span>
              <div className="soft mono">{missing.join(', ')}</div>
            </li>
          ))}
          {mighty.map(({ id, surplus }) => (
            <li key={`surplus ${id}`}>
              <b>{t('adoption.mayTooMuch')}</b> <span className="faint mono">{nameOf(id)}</span>
              <div className="soft mono">{surplus.slice(0, 12).join(', ')}</div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
