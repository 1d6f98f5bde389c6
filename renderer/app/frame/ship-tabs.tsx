import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import type {WordKey} from '../words/resources.ts';
import {ViewTabs} from './view-tabs.tsx';

const shipTabs = [
  {id: 'ship', path: '/ship', word: 'app:ship.day'},
  {id: 'bought', path: '/ship/bought', word: 'app:ship.bought'},
  {id: 'upload', path: '/ship/upload', word: 'app:ship.upload'},
  {id: 'told', path: '/ship/told', word: 'app:ship.told'},
] as const satisfies readonly {readonly id: string; readonly path: string; readonly word: WordKey}[];

export type ShipTab = (typeof shipTabs)[number]['id'];

/** The pages about parcels that leave, side by side in the title bar of each. */
export function ShipTabs({current}: {readonly current: ShipTab}) {
  const {i18n} = useTranslation();
  const [, go] = useLocation();
  return (
    <ViewTabs
      label={i18n.t('app:ship.label')}
      views={shipTabs.map(({id, word}) => ({id, word: i18n.t(word)}))}
      current={current}
      onChoose={(chosen) => {
        const tab = shipTabs.find(({id}) => id === chosen);
        if (tab) go(tab.path);
      }}
    />
  );
}
