import { TableOutlined } from '@ant-design/icons';
import { type Dimension, listLabels } from '@myriad/contract';
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { type DimensionView, fieldOf } from './dimensions.ts';
import { useFieldTitle } from './FleetTable.tsx';

/** What the platform lets one call ask for. */
const mostFields = 36;

interface FieldChoiceProps {
  readonly dimension: Dimension;
  readonly dimensions: readonly DimensionView[];
  readonly chosen: readonly string[];
  /** undefined: the usual ones. */
  readonly onChange: (fields: readonly string[] | undefined) => void;
}

/** Which columns the list has: of the thing itself, of those it belongs to, and its labels. */
export function FieldChoice(props: FieldChoiceProps) {
  const { t } = useTranslation();
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden content={<Choices {...props} />}>
      <Button icon={<TableOutlined />} data-testid="fields">
        {t('filter.fields')}
      </Button>
    </Popover>
  );
}

const plainKey = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

function Choices({ dimension, dimensions, chosen, onChange }: FieldChoiceProps) {
  const { t } = useTranslation();
  const titleOf = useFieldTitle();
  const [typed, setTyped] = useState('');
  const labels = useAnswer(listLabels, { query: { dimension } });
  const own = dimensions.find(({ name }) => name === dimension);
  const keys = [...new Set((labels.data?.items ?? []).map(({ key }) => key))];
  const all = [
    ...(own?.columns ?? []).map(({ name }) => name),
    ...(own?.links ?? []).flatMap(({ to, many }) =>
      many ? [] : (dimensions.find(({ name }) => name === to)?.columns ?? []).map(({ name }) => `${to}.${name}`),
    ),
    ...keys.map((key) => `label.${plainKey.test(key) ? key : JSON.stringify(key)}`),
  ];
  const known = [...chosen.filter((name) => !all.includes(name)), ...all];
  const wanted = typed.trim().toLowerCase();
  const shown = known
    .map((path) => ({ path, title: titleOf(fieldOf(path, dimension, dimensions), dimension) }))
    .filter(({ path, title }) => `${path} ${title}`.toLowerCase().includes(wanted));
  const toggle = (path: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, path] : chosen.filter((each) => each !== path));
  return (
    <div className="field-choice">
      <Input
        allowClear
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={t('filter.findField')}
        aria-label={t('filter.findField')}
      />
      <div className="field-list">
        {shown.map(({ path, title }) => {
          const isOn = chosen.includes(path);
          return (
            <Checkbox
              key={path}
              checked={isOn}
              disabled={isOn ? chosen.length === 1 : chosen.length >= mostFields}
              onChange={(event) => toggle(path, event.target.checked)}
            >
              {title} <code className="faint">{path}</code>
            </Checkbox>
          );
        })}
      </div>
      <Button size="small" onClick={() => onChange(undefined)}>
        {t('filter.usualFields')}
      </Button>
    </div>
  );
}
