import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import type {WordKey} from '../words/resources.ts';
import {ViewTabs} from './view-tabs.tsx';

/** The pages that stand under one entry of the rail. */
const shipTabs = [{id: 'ship', path: '/ship', word: 'app:ship.day'}] as const satisfies readonly {
  readonly id: string;
  readonly path: string;
  readonly word: WordKey;
}[];
export type ShipTab = (typeof shipTabs)[number]['id'];

/** Leads from one page of shipping to the others. */
export function ShipTabs({current}: {readonly current: ShipTab}) {
  const {i18n} = useTranslation();
  const [, go] = useLocation();
  return (
    <ViewTabs
      label={i18n.t('app:ship.label')}
      views={shipTabs.map(({id, word}) => ({id, word: i18n.t(word)}))}
      current={current}
      onChoose={(chosen) => go(shipTabs.find(({id}) => id === chosen)?.path ?? '/ship')}
    />
  );
}
