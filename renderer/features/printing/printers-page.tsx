import {useTranslation} from 'react-i18next';
import {Page} from '../../app/frame/page.tsx';
import {Sections} from '../../ui/section.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import {usePrinting} from '../../app/printing/print-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {InBrowser} from './in-browser.tsx';
import {PrinterList} from './printer-list.tsx';
import {QueueSection} from './queue-section.tsx';
import {RoutesSection} from './routes-section.tsx';
import {SetAside} from './set-aside.tsx';

/** The printers of this desk and what goes to them; in a browser, what it can do instead. */
export function PrintersPage({onBack}: {readonly onBack: () => void}) {
  const {t, i18n} = useTranslation('printing');
  const {desktop, desk, fault} = usePrinting();
  useKeys('page', [
    {
      id: 'printing.back',
      word: 'printing:back',
      section: 'app:section.page',
      keys: 'Escape',
      inPalette: false,
      run: onBack,
    },
  ]);
  return (
    <Page
      title={t('title')}
      tools={
        <Button variant="quiet" keys="Escape" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <PageBody label={t('title')}>
        <Sections busy={desktop !== undefined && !desk && !fault}>
          {fault ? <MeaningLine meaning="stop" words={faultWords(i18n, fault)} role="alert" /> : null}
          {fault?.code === 'printing.queue_unreadable' ? <SetAside /> : null}
          {desktop ? null : <InBrowser />}
          {desk ? (
            <>
              <QueueSection desk={desk} />
              <PrinterList desk={desk} />
              {desk.printers.length > 0 ? <RoutesSection desk={desk} /> : null}
            </>
          ) : null}
        </Sections>
      </PageBody>
    </Page>
  );
}
