import { useTranslation } from 'react-i18next';
import { ThingFilter } from '../findings/ThingFilter.tsx';

interface PlaceFiltersProps {
  readonly values: Readonly<Record<'cluster' | 'application', string | undefined>>;
  readonly onChange: (name: 'cluster' | 'application', id: string | undefined) => void;
}

/** Of one cluster, or of one application. */
export function PlaceFilters({ values, onChange }: PlaceFiltersProps) {
  const { t } = useTranslation();
  return (['cluster', 'application'] as const).map((dimension) => (
    <ThingFilter
      key={dimension}
      dimension={dimension}
      label={t(`frame.things.${dimension}`)}
      value={values[dimension]}
      onChange={(id) => onChange(dimension, id)}
    />
  ));
}

export const placeAsked = ({ cluster, application }: PlaceFiltersProps['values']) => ({
  ...(cluster ? { clusterId: cluster.slice(0, 40) } : {}),
  ...(application ? { applicationId: application.slice(0, 40) } : {}),
});
