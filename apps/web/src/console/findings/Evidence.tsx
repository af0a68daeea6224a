import { useTranslation } from 'react-i18next';
import { formatExact } from '../../shared/format/format-time.ts';
import type { en } from '../../shared/words/en.ts';
import { useLanguage } from '../../shared/words/use-words.ts';
import { isNothing, isRecord, numberText } from '../history/recorded-value.ts';

/** Values as text, whatever they are: nothing a server says is ever markup, a link or code here. */
export function Evidence({ evidence }: { evidence: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  const said = Object.entries(evidence).filter(([, value]) => !isNothing(value));
  if (said.length === 0) return <p className="faint">{t('finding.page.evidenceNone')}</p>;
  return (
    <>
      <dl className="evidence">
        {said.map(([name, value]) => (
          <div key={name}>
            <dt title={name}>
              {t(`finding.evidence.${name as keyof typeof en.finding.evidence}`, { defaultValue: name })}
            </dt>
            <dd>
              <Value name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="faint evidence-foot">{t('finding.page.evidenceHarmless')}</p>
    </>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (isNothing(value) || value === '') return <span className="faint">—</span>;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null))
    return (
      <ul className="evidence-list">
        {value.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: values have their order and no other identity
          <li key={at}>
            <bdi className="mono">{String(item)}</bdi>
          </li>
        ))}
      </ul>
    );
  if (isRecord(value) || Array.isArray(value)) return <pre className="json">{JSON.stringify(value, null, 2)}</pre>;
  if (typeof value === 'boolean') return t(value ? 'fact.yes' : 'fact.no');
  if (typeof value === 'number' && (name === 'since' || name.endsWith('At'))) return formatExact(value, language);
  if (typeof value === 'number') return <span className="number">{numberText(name, value)}</span>;
  return <bdi className="mono evidence-text">{String(value)}</bdi>;
}
