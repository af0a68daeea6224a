import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shared/format/format-size.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { showValue } from '../history/show-value.ts';
import './facts.css';

const shown = (name: string, value: unknown): string =>
  name.endsWith('Bytes') && typeof value === 'number' ? formatBytes(value) : showValue(value);

/** Everything the host check learned, by name; what could not be learned is a dash. */
export function FactsPanel({ facts }: { facts: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  const names = Object.keys(facts).sort();
  return (
    <Panel title={t('cluster.facts')} flush>
      {names.length === 0 ? (
        <div className="message faint">{t('host.verdictsNone')}</div>
      ) : (
        <dl className="fact-list">
          {names.map((name) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd title={showValue(facts[name])}>{shown(name, facts[name])}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
