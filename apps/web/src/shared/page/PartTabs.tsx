import { Tabs } from 'antd';
import { useNavigate } from 'react-router';

interface PartTabsProps {
  /** What the tabs are together, read aloud. */
  readonly label: string;
  /** Of the page: its first part stands there, each other one below it under its key. */
  readonly address: string;
  readonly active: string;
  readonly parts: readonly { readonly key: string; readonly label: string }[];
}

/** The parts of a page as tabs; each has an address of its own. */
export function PartTabs({ label, address, active, parts }: PartTabsProps) {
  const navigate = useNavigate();
  return (
    <Tabs
      activeKey={active}
      aria-label={label}
      onChange={(key) => void navigate(key === parts[0]?.key ? address : `${address}/${key}`)}
      tabBarStyle={{ marginBottom: 0 }}
      items={parts.map(({ key, label: text }) => ({ key, label: text }))}
    />
  );
}
