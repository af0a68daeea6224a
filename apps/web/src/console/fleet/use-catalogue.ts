import { type Dimension, listApplications, listEnvironments, listLabels, listZones } from '@myriad/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { usePick } from '../../shared/words/use-words.ts';
import type { FilterCatalogue } from '../filter/complete-filter.ts';
import { type DimensionView, fieldOf, filterColumn } from './dimensions.ts';

/** Everything a filter of this dimension may name, with the values in use where they are few. */
export function useFleetCatalogue(dimension: Dimension, dimensions: readonly DimensionView[]): FilterCatalogue {
  const { t } = useTranslation();
  const pick = usePick();
  const labels = useAnswer(listLabels, { query: {} });
  const environments = useAnswer(listEnvironments, {});
  const zones = useAnswer(listZones, {});
  const applications = useAnswer(listApplications, { query: { limit: 500 } });
  return useMemo(() => {
    const behind = (names: readonly string[]): DimensionView | undefined => {
      let here: Dimension = dimension;
      for (const name of names) {
        const link = dimensions.find((each) => each.name === here)?.links.find(({ to }) => to === name);
        if (!link) return undefined;
        here = link.to;
      }
      return dimensions.find(({ name }) => name === here);
    };
    const labelsOf = (names: readonly string[]) => {
      const view = names.at(-1) === 'label' ? behind(names.slice(0, -1)) : undefined;
      return view ? (labels.data?.items ?? []).filter((each) => each.dimension === view.name) : undefined;
    };
    const named = (items: readonly { readonly name: string }[] | undefined) => (items ?? []).map(({ name }) => name);
    return {
      columnsAt: (names) => {
        const own = labelsOf(names);
        if (own)
          return [...new Set(own.map(({ key }) => key))].map(
            (name) => ({ name, type: 'text', nullable: true }) as const,
          );
        return behind(names)?.columns.map((column) => filterColumn(column, pick));
      },
      waysAt: (names) => {
        const view = behind(names);
        if (!view) return [];
        return [
          ...view.links.map(({ to }) => ({ name: to, note: t(`explore.one.${to}`) })),
          // Fields of one's own stand among the columns by their whole names.
          ...view.keyed.flatMap((each) => (each.name === 'field' ? [] : [{ name: each.name, note: pick(each.words) }])),
        ];
      },
      valuesOf: (names) => {
        const key = names.at(-1) ?? '';
        const own = labelsOf(names.slice(0, -1));
        if (own) return own.filter((each) => each.key === key).map(({ value }) => value);
        const { dimension: of, name } = fieldOf(names.join('.'), dimension, dimensions);
        if (name === 'environment') return named(environments.data?.items);
        if (name === 'zone') return named(zones.data?.items);
        if (of === 'application' && name === 'name') return named(applications.data?.items);
        return [];
      },
    };
  }, [dimension, dimensions, labels.data, environments.data, zones.data, applications.data, pick, t]);
}
