import { useTranslation } from 'react-i18next';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { en } from '../../shared/words/en.ts';
import { RecordedName } from '../history/RecordedName.tsx';
import { RecordedValue } from '../history/RecordedValue.tsx';
import './facts.css';

/** The order of the catalogue keeps what belongs together together; what it does not know comes last. */
const order = Object.keys(en.fact.names);
const placeOf = (name: string): number => (order.indexOf(name) + order.length) % order.length;

/** Everything the host check learned; what could not be learned is a dash. */
export function FactsPanel({ facts }: { facts: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  const names = Object.keys(facts).sort((one, other) => placeOf(one) - placeOf(other) || one.localeCompare(other));
  return (
    <Panel title={t('cluster.facts')} flush>
      {names.length === 0 ? (
        <Message title={t('host.verdictsNone')} next={t('host.verdictsNoneNext')} />
      ) : (
        <dl className="fact-list">
          {names.map((name) => (
            <div key={name}>
              <dt>
                <RecordedName name={name} />
              </dt>
              <dd>
                <RecordedValue name={name} value={facts[name]} of="host" />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
