import {
  AlertOutlined,
  AppstoreOutlined,
  CalendarOutlined,
  ClusterOutlined,
  ControlOutlined,
  DatabaseOutlined,
  DeploymentUnitOutlined,
  GlobalOutlined,
  HddOutlined,
  MedicineBoxOutlined,
  ProfileOutlined,
  SettingOutlined,
  TagsOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';

/** The pages of the navigation; `g` and then the letter goes there. */
export const places = [
  { to: '/', name: 'home', letter: 'd', Icon: ThunderboltOutlined },
  { to: '/tickets', name: 'tickets', letter: 't', Icon: ProfileOutlined },
  { to: '/fleet', name: 'fleet', letter: 'e', Icon: GlobalOutlined },
  { to: '/applications', name: 'applications', letter: 'b', Icon: DeploymentUnitOutlined },
  { to: '/clusters', name: 'clusters', letter: 'c', Icon: ClusterOutlined },
  { to: '/hosts', name: 'hosts', letter: 'h', Icon: HddOutlined },
  { to: '/findings', name: 'findings', letter: 'f', Icon: AlertOutlined },
  { to: '/tasks', name: 'tasks', letter: 'k', Icon: ControlOutlined },
  { to: '/schedules', name: 'schedules', letter: 's', Icon: CalendarOutlined },
  { to: '/packages', name: 'packages', letter: 'p', Icon: AppstoreOutlined },
  { to: '/catalogues', name: 'catalogues', letter: 'y', Icon: TagsOutlined },
  { to: '/tables', name: 'tables', letter: 'l', Icon: DatabaseOutlined },
  { to: '/self-check', name: 'selfCheck', letter: 'x', Icon: MedicineBoxOutlined },
  { to: '/administration', name: 'administration', letter: 'a', Icon: SettingOutlined },
] as const;
