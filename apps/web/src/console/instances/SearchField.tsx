import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTypedFilter } from '../../shared/page/use-typed-filter.ts';

interface SearchFieldProps {
  readonly value: string | undefined;
  readonly onChange: (text: string | undefined) => void;
  readonly placeholder?: string;
}

/** A text to find in what is on screen; it stands in the address. */
export function SearchField({ value, onChange, placeholder }: SearchFieldProps) {
  const { t } = useTranslation();
  const field = useTypedFilter(value, onChange);
  const label = placeholder ?? t('instance.search');
  return (
    <Input
      className="instance-search"
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      placeholder={label}
      aria-label={label}
      {...field}
    />
  );
}
