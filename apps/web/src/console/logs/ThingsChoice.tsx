import { listInventory } from '@myriad/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSettled } from '../../shared/page/use-settled.ts';

interface ThingsChoiceProps {
  readonly dimension: 'instance' | 'host' | 'cluster' | 'application';
  readonly label: string;
  /** Names. */
  readonly value: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

const most = 30;
const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '')}"`;

/** Chooses some of thousands by a part of their names. */
export function ThingsChoice({ dimension, label, value, onChange }: ThingsChoiceProps) {
  const [typed, setTyped] = useState('');
  const wanted = useSettled(typed.trim());
  const query = { fields: 'name', sort: 'name', limit: most, ...(wanted ? { where: `name ~ ${quoted(wanted)}` } : {}) };
  const found = useAnswer(listInventory, { params: { dimension }, query }, { keeps: true });
  const names = new Set([...value, ...(found.data?.items ?? []).map(({ name }) => String(name))]);
  return (
    <Select
      allowClear
      mode="multiple"
      maxTagCount="responsive"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      className="log-things"
      aria-label={label}
      placeholder={label}
      loading={found.isFetching}
      value={[...value]}
      onChange={(chosen: string[]) => onChange(chosen)}
      options={[...names].map((name) => ({ value: name, label: name }))}
    />
  );
}
