import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shared/page/TabbedPage.tsx';
import { AccountsPart } from './AccountsPart.tsx';
import { ColumnsPart } from './ColumnsPart.tsx';
import { ParametersPart } from './ParametersPart.tsx';
import { RulesPart } from './RulesPart.tsx';
import { SchemasPart } from './SchemasPart.tsx';
import { TablesPart } from './TablesPart.tsx';
import { UnusedPart } from './UnusedPart.tsx';
import './dictionary.css';

/** What lies in the databases of every cluster, who may log in, and how their servers are set. */
export function DictionaryPage() {
  const { t } = useTranslation();
  return (
    <TabbedPage
      title={t('dictionary.title')}
      lead={t('dictionary.lead')}
      address="/dictionary"
      parts={[
        { key: 'tables', label: t('dictionary.parts.tables'), Part: TablesPart },
        { key: 'columns', label: t('dictionary.parts.columns'), Part: ColumnsPart },
        { key: 'schemas', label: t('dictionary.parts.schemas'), Part: SchemasPart },
        { key: 'accounts', label: t('dictionary.parts.accounts'), Part: AccountsPart },
        { key: 'parameters', label: t('dictionary.parts.parameters'), Part: ParametersPart },
        { key: 'unused', label: t('dictionary.parts.unused'), Part: UnusedPart },
        { key: 'rules', label: t('dictionary.parts.rules'), Part: RulesPart },
      ]}
    />
  );
}
