import {useTranslation} from 'react-i18next';
import {channelTold, nameCarrier, takeTellingBack} from '#core/shipping/road-back/mutators.ts';
import {bytesOf, uploadShapes} from '#core/shipping/road-back/road-back.ts';
import type {TellingId} from '#core/shipping/road-back/schema.ts';
import type {ByHand, WayToTell} from '#core/shipping/road-back/ways-to-tell.ts';
import type {ParcelId} from '#core/shipping/packing/schema.ts';
import type {FileKind} from '#core/shell/contract.ts';
import type {Channel} from '#core/storefronts/schema.ts';
import {newId} from '../../app/data/new-id.ts';
import {useData} from '../../app/data/use-data.ts';
import {saveFile} from '../../app/desktop/desktop.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {faultWords} from '../../app/words/fault-words.ts';

/** As long as the channel knows nothing of them, parcels are to be told: told twice costs nothing, told never a complaint. */
export function useTell() {
  const data = useData();
  const deeds = useDeeds();
  const {t, i18n} = useTranslation('told');
  const say = useNotices((notices) => notices.say);

  const takeBack = async (tellingId: TellingId): Promise<void> => {
    deeds.did('told:did.back', [await data.mutate(takeTellingBack, {tellingId})]);
  };
  const tell = async (
    {storefrontId, storefront}: {readonly storefrontId: WayToTell['storefrontId']; readonly storefront: string},
    told: {readonly shape: string; readonly fileName: string; readonly parcelIds: readonly ParcelId[]},
  ): Promise<void> => {
    const tellingId: TellingId = newId('telling');
    const outcome = await data.mutate(channelTold, {tellingId, storefrontId, ...told});
    if (!outcome.ok) return say(faultWords(i18n, outcome.fault));
    const words = t('did.told', {count: told.parcelIds.length, storefront});
    return say(words, () => void takeBack(tellingId));
  };
  return {
    /** Writes the file first: a crash between tells the channel once more, and that is harmless. */
    write: async (way: WayToTell, storefront: string): Promise<void> => {
      const {file, parcelIds} = way;
      if (!file) return;
      const saved = await saveFile({name: file.name, kind: kindOf(file.name), bytes: bytesOf(file)});
      if (!saved.ok) return say(faultWords(i18n, saved.fault));
      if (saved.value === undefined) return;
      const shape = shapeOf(file.name) ?? way.channel;
      await tell({storefrontId: way.storefrontId, storefront}, {shape, fileName: saved.value, parcelIds});
    },
    byHand: async (way: WayToTell, storefront: string, orders: readonly ByHand[]): Promise<void> => {
      const parcelIds = [...new Set(orders.flatMap((order) => order.parcelIds))];
      await tell({storefrontId: way.storefrontId, storefront}, {shape: 'hand', fileName: '', parcelIds});
    },
    takeBack,
    name: async (named: {
      readonly channel: Channel;
      readonly carrier: string;
      readonly name?: string;
    }): Promise<void> => {
      deeds.did('told:did.named', [await data.mutate(nameCarrier, named)]);
    },
  };
}

function kindOf(name: string): FileKind {
  return name.endsWith('.xlsx') ? 'xlsx' : name.endsWith('.txt') ? 'txt' : 'csv';
}

function shapeOf(name: string): string | undefined {
  return uploadShapes.find(({fileName}) => name.startsWith(`${fileName}-`))?.id;
}
