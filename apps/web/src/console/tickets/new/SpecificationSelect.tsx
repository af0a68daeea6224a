import { listSpecifications } from '@myriad/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { formatBytes } from '../../../shared/format/format-size.ts';

interface SpecificationSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (name: string | undefined) => void;
}

/** The named size an instance counts as; only those that are described have measures. */
export function SpecificationSelect({ id, value, onChange }: SpecificationSelectProps) {
  const { t } = useTranslation();
  const { data, isLoading } = useAnswer(listSpecifications, {});
  const described = (data?.items ?? []).filter((each) => each.described);
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? ''}
      onChange={(next: string) => onChange?.(next || undefined)}
      loading={isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ maxWidth: 360 }}
      options={[
        { value: '', label: t('newCluster.specificationNone') },
        ...described.map(({ name, cpus, memoryBytes, diskBytes }) => ({
          value: name,
          label: `${name} · ${t('newCluster.specificationSize', {
            cpus,
            memory: formatBytes(memoryBytes),
            disk: formatBytes(diskBytes),
          })}`,
        })),
      ]}
    />
  );
}
