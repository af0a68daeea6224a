import type { Flavor, Version } from './version.ts';

export interface SeriesSupport {
  readonly flavor: Flavor;
  /** `8.4`; `9.x` stands for all of major 9. */
  readonly series: string;
  /**
   * `run-here`: this repository's tests run against a real server of it. `from-fixtures`: outputs recorded elsewhere are
   * tested. `untested`: written against the vendor's documentation only.
   */
  readonly status: 'run-here' | 'from-fixtures' | 'untested';
  readonly note: { readonly en: string; readonly zh: string };
}

const documented = {
  en: 'Written against the vendor documentation; not run by our tests.',
  zh: '依据厂商文档编写，我们的测试没有实际运行过。',
};
const run = {
  en: 'Our tests deploy and operate real servers of it.',
  zh: '我们的测试会真实部署并操作该版本。',
};

/** What the platform claims for which server, shown to people as it stands here. */
export const supportMatrix: readonly SeriesSupport[] = [
  {
    flavor: 'mysql',
    series: '5.7',
    status: 'untested',
    note: {
      en: 'Written against the vendor documentation; not run. High-availability accounts need SUPER; no CLONE.',
      zh: '依据厂商文档编写，未实际运行。高可用账号需要 SUPER 权限，且没有 CLONE。',
    },
  },
  { flavor: 'mysql', series: '8.0', status: 'untested', note: documented },
  { flavor: 'mysql', series: '8.4', status: 'untested', note: documented },
  { flavor: 'mysql', series: '9.x', status: 'run-here', note: run },
  { flavor: 'mariadb', series: '10.6', status: 'untested', note: documented },
  { flavor: 'mariadb', series: '10.11', status: 'run-here', note: run },
  { flavor: 'mariadb', series: '11.4', status: 'untested', note: documented },
  { flavor: 'mariadb', series: '11.8', status: 'untested', note: documented },
];

export const supportOf = (version: Version): SeriesSupport | undefined =>
  supportMatrix.find((row) => row.flavor === version.flavor && row.series === version.series);
