import { listInventory } from '@myriad/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSettled } from '../../shared/page/use-settled.ts';

interface ThingFilterProps {
  readonly dimension: 'cluster' | 'application';
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

const most = 30;
const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '')}"`;

/** Chooses one of thousands by a part of its name. */
export function ThingFilter({ dimension, label, value, onChange }: ThingFilterProps) {
  const [typed, setTyped] = useState('');
  const wanted = useSettled(typed.trim());
  const listed = (where: string | undefined) => ({
    params: { dimension },
    query: { fields: 'name', sort: 'name', limit: most, ...(where ? { where } : {}) },
  });
  const found = useAnswer(listInventory, listed(wanted ? `name ~ ${quoted(wanted)}` : undefined), { keeps: true });
  const chosen = useAnswer(listInventory, listed(`id = ${quoted(value ?? '')}`), { enabled: value !== undefined });
  const rows = [...(chosen.data?.items ?? []), ...(found.data?.items ?? [])];
  const options = new Map(rows.map(({ id, name }) => [String(id), String(name)]));
  return (
    <Select
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      className="finding-choice"
      aria-label={label}
      placeholder={label}
      loading={found.isFetching}
      value={value}
      onChange={(id: string | undefined) => onChange(id)}
      options={[...options].map(([id, name]) => ({ value: id, label: name }))}
    />
  );
}
