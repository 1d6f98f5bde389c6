import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {TellingId} from '#core/shipping/road-back/schema.ts';
import type {WayToTell} from '#core/shipping/road-back/ways-to-tell.ts';
import type {StorefrontId} from '#core/storefronts/schema.ts';
import {Page} from '../../app/frame/page.tsx';
import {Sections} from '../../ui/section.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import {ShipTabs} from '../../app/frame/ship-tabs.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import {NameDialog, type NameWish} from './name-dialog.tsx';
import {NamesSection} from './names-section.tsx';
import {TellingsSection} from './tellings-section.tsx';
import {useTell} from './use-tell.ts';
import {useToTell} from './use-to-tell.ts';
import {VoidedSection} from './voided-section.tsx';
import {WaySection} from './way-section.tsx';
import styles from './told.module.css';

/** The road back: what the channels of each storefront are still to be told of parcels that left, and what they were told. */
export function ToldPage() {
  const {t} = useTranslation('told');
  const shown = useToTell();
  const tell = useTell();
  const [naming, setNaming] = useState<NameWish | undefined>(undefined);
  const nameOf = (storefrontId: string): string => shown?.storefronts.get(storefrontId as StorefrontId)?.name ?? '';
  const first = shown?.ways.find(({file}) => file);
  const write = (way: WayToTell): void => void tell.write(way, nameOf(way.storefrontId));
  const channels = [...new Set([...(shown?.storefronts.values() ?? [])].map(({channel}) => channel))];
  const nameOne = (): void => {
    const [channel] = channels;
    if (channel) setNaming({channel, carrier: ''});
  };
  useKeys('page', [
    {
      id: 'told.write',
      word: 'told:act.write',
      section: 'app:section.page',
      keys: 'w',
      when: () => first !== undefined,
      run: () => first && write(first),
    },
    {
      id: 'told.name',
      word: 'told:names.dialog',
      section: 'app:section.page',
      keys: 'c',
      when: () => channels.length > 0,
      run: nameOne,
    },
  ]);
  return (
    <Page title={t('title')} tabs={<ShipTabs current="told" />}>
      <PageBody label={t('title')}>
        <Sections width={960} busy={!shown}>
          <p className={styles.lead}>{shown?.ways.length === 0 ? t('none') : t('lead')}</p>
          {shown?.ways.map((way) => {
            const storefront = shown.storefronts.get(way.storefrontId);
            return storefront ? (
              <WaySection
                key={way.storefrontId}
                way={way}
                storefront={storefront}
                isFirst={way === first}
                onWrite={() => write(way)}
                onByHand={(orders) => void tell.byHand(way, storefront.name, orders)}
                onName={(carrier) => setNaming({channel: way.channel, carrier})}
              />
            ) : null;
          })}
          {shown && shown.voided.length > 0 ? <VoidedSection voided={shown.voided} nameOf={nameOf} /> : null}
          {shown ? (
            <>
              <TellingsSection
                tellings={shown.tellings}
                nameOf={nameOf}
                onAgain={({id}) => void tell.takeBack(id as TellingId)}
              />
              <NamesSection
                names={shown.names}
                carriers={shown.carriers}
                onName={nameOne}
                onForget={({channel, carrier}) => void tell.name({channel, carrier})}
              />
            </>
          ) : null}
        </Sections>
      </PageBody>
      {naming && shown ? (
        <NameDialog
          start={naming}
          channels={channels}
          carriers={shown.carriers}
          onKeep={(named) => {
            setNaming(undefined);
            void tell.name(named);
          }}
          onClose={() => setNaming(undefined)}
        />
      ) : null}
    </Page>
  );
}
