import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import {ViewTabs} from './view-tabs.tsx';

/** The pages that stand under Ship. */
const shipTabs = [{id: 'bought', path: '/ship/bought', word: 'app:ship.bought'}] as const;
export type ShipTab = (typeof shipTabs)[number]['id'];

/** The way between the pages of Ship, in the title bar of each. */
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
