import { listApplications } from '@myriad/contract';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { ApplicationDialog } from '../../applications/ApplicationDialog.tsx';

interface ApplicationSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (applicationId: string | undefined) => void;
}

/** Whose it is; an application not known yet is added on the spot. */
export function ApplicationSelect({ id, value, onChange }: ApplicationSelectProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const applications = useAnswer(listApplications, { query: { limit: 500 } });
  return (
    <div className="row">
      <Select
        {...(id ? { id } : {})}
        className="grow"
        value={value ?? ''}
        onChange={(next: string) => onChange?.(next || undefined)}
        loading={applications.isLoading}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          { value: '', label: t('newCluster.applicationNone') },
          ...(applications.data?.items ?? []).map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
      <Button onClick={() => setAdding(true)}>{t('frame.act.add')}</Button>
      {isAdding ? (
        <ApplicationDialog
          onClose={() => setAdding(false)}
          onAdded={(applicationId) => {
            setAdding(false);
            onChange?.(applicationId);
          }}
        />
      ) : null}
    </div>
  );
}
