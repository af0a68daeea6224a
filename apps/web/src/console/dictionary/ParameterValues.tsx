import { listParameterValues } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatCount } from '../../shared/format/format-size.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';

interface ParameterValuesProps {
  readonly asked: { readonly name: string; readonly clusterId?: string; readonly applicationId?: string };
  /** The one the instances are filtered by. */
  readonly value: string | undefined;
  readonly onValue: (value: string | undefined) => void;
}

/** How many instances have each value; one that is pressed filters the instances. */
export function ParameterValues({ asked, value, onValue }: ParameterValuesProps) {
  const { t } = useTranslation();
  const query = useAnswer(listParameterValues, { query: asked });
  return (
    <Loaded query={query}>
      {({ items, more }) => (
        <div className="dictionary-lead row wrap parameter-values">
          {items.length === 0 ? <span className="soft">{t('dictionary.parameterUnknown')}</span> : null}
          {items.map((one) => (
            <button
              key={one.value}
              type="button"
              className="tag-chip badge"
              aria-pressed={one.value === value}
              onClick={() => onValue(one.value === value ? undefined : one.value)}
            >
              <bdi translate="no" className="mono" title={one.value}>
                {one.value === '' ? t('dictionary.valueEmpty') : one.value}
              </bdi>
              <span className="faint">{formatCount(one.instances)}</span>
            </button>
          ))}
          {more ? <span className="faint">{t('dictionary.valuesMore', { count: items.length })}</span> : null}
        </div>
      )}
    </Loaded>
  );
}
