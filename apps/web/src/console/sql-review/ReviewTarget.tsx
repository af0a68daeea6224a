import { listApplications, listClusters, listEnvironments, listReviewDialects } from '@myriad/contract';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';

/** For whom and for which server a text is reviewed. */
export interface Target {
  readonly applicationId?: string;
  readonly environment?: string;
  readonly clusterId?: string;
  readonly schema?: string;
  readonly dialect?: string;
}

const many = { query: { limit: 500 } };

/** All of it may be left out: then the policy of everything holds, and nothing is asked of a server. */
export function ReviewTarget({ target, onChange }: { target: Target; onChange: (target: Target) => void }) {
  const { t } = useTranslation();
  const applications = useAnswer(listApplications, many);
  const clusters = useAnswer(listClusters, many);
  const environments = useAnswer(listEnvironments, {});
  const dialects = useAnswer(listReviewDialects, {});
  const set = (name: keyof Target) => (value: string | undefined) => {
    const { [name]: _, ...rest } = target;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  const named = (items: readonly { readonly id: string; readonly name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const choices = [
    ['applicationId', named(applications.data?.items)],
    ['environment', (environments.data?.items ?? []).map(({ name }) => ({ value: name, label: name }))],
    ['clusterId', named(clusters.data?.items)],
    ['dialect', (dialects.data?.items ?? []).map((name) => ({ value: name, label: name }))],
  ] as const;
  return (
    <div className="row wrap review-target">
      {choices.map(([name, options]) => (
        <Select
          key={name}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t(`sqlReview.target.${name}`)}
          placeholder={t(`sqlReview.target.${name}`)}
          value={target[name] ?? null}
          onChange={(value: string | null) => set(name)(value ?? undefined)}
          options={options}
        />
      ))}
      {target.clusterId === undefined ? null : (
        <Input
          aria-label={t('sqlReview.target.schema')}
          placeholder={t('sqlReview.target.schema')}
          maxLength={64}
          value={target.schema ?? ''}
          onChange={({ target: { value } }) => set('schema')(value)}
        />
      )}
    </div>
  );
}
