import {render} from '@testing-library/react';
import type {ReactNode} from 'react';
import {I18nextProvider} from 'react-i18next';
import {KitProvider} from '../../ui/theme/kit-provider.tsx';
import {DataClient} from '../data/data-client.ts';
import {DataContext} from '../data/use-data.ts';
import {useNotices} from '../frame/notices.ts';
import {PaletteHost} from '../palette/palette-host.tsx';
import {forgetDeeds} from '../undo/undo-store.ts';
import {createWords} from '../words/words.ts';
import {portLine} from './port-line.ts';

export interface GivenPage {
  readonly data: DataClient;
  /** Draws a part of a page inside everything it may lean on: words, the kit, data and keys. */
  readonly show: (part: ReactNode) => void;
}

/** A page in English over the data worker at the other end of the channel; nothing was done or said in it yet. */
export function givenPage(port: MessagePort): GivenPage {
  const data = new DataClient(portLine(port), {
    progress: () => undefined,
    shopsChanged: () => undefined,
    bug: (what) => {
      throw new Error(what);
    },
  });
  const words = createWords('en');
  forgetDeeds();
  useNotices.setState({current: null});
  return {
    data,
    show: (part) => {
      render(
        <I18nextProvider i18n={words}>
          <KitProvider scheme="light">
            <DataContext value={data}>
              <PaletteHost />
              {part}
            </DataContext>
          </KitProvider>
        </I18nextProvider>,
      );
    },
  };
}
