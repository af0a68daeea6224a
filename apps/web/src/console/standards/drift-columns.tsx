import type { DriftItem } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';

/** What runs, what would start, and how it comes back. */
export function useDriftColumns<Row extends DriftItem>(): TableColumnsType<Row> {
  const { t } = useTranslation();
  return [
    {
      title: t('standard.kinds.parameter'),
      key: 'parameter',
      width: 220,
      render: (_, { name }) => <code>{name}</code>,
    },
    {
      title: t('standard.running'),
      key: 'running',
      render: (_, { running }) => <code className="standard-found">{running}</code>,
    },
    {
      title: t('standard.kept'),
      key: 'kept',
      render: (_, { kept, where }) => (
        <>
          <code className="standard-found">{kept}</code> <span className="faint">{t(`standard.where.${where}`)}</span>
        </>
      ),
    },
    {
      title: t('standard.wayBack'),
      key: 'remedy',
      width: 170,
      render: (_, { remedy }) => (remedy ? t(`standard.remedies.${remedy}`) : '–'),
    },
  ];
}
