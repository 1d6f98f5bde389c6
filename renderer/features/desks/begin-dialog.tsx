import {useEffect, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {masterAddress} from '#core/sync/master-address.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {TextField} from '../../ui/text-field.tsx';
import {AskingDialog, type Ended} from './asking-dialog.tsx';

/** Puts the open shop on a master: asks where that is. Once it has a place there the page tells how far it is. */
export function BeginDialog({onClose}: {readonly onClose: () => void}) {
  const {t, i18n} = useTranslation('desks');
  const data = useData();
  const [url, setUrl] = useState('');
  const [setupCode, setSetupCode] = useState('');
  const isWatched = useWatched();
  const address = masterAddress(url);

  const begin = async (deskName: string): Promise<Ended> => {
    if (!address.ok) return undefined;
    const said = await data.call('sync.begin', {url: address.value, setupCode: setupCode.trim(), deskName});
    const ended = said.ok ? said.value : said;
    if (ended === 'cancelled') return ended;
    const {say} = useNotices.getState();
    if (ended.ok) {
      useSync.setState({sync: ended.value});
      say(t('begin.done'));
      return undefined;
    }
    // The shop was opened anew on its way, and this dialog went with its page.
    if (!isWatched.current) say(faultWords(i18n, ended.fault));
    return ended.fault;
  };
  return (
    <AskingDialog
      title={t('begin.title')}
      lead={t('begin.lead')}
      submit={t('begin.submit')}
      isComplete={address.ok && setupCode.trim() !== ''}
      fields={(tried) => (
        <>
          <TextField
            label={t('begin.url')}
            hint={t('begin.urlHint')}
            inputMode="url"
            autoComplete="off"
            maxLength={300}
            value={url}
            error={tried && !address.ok ? t('begin.urlWrong') : null}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <TextField
            label={t('begin.code')}
            autoComplete="off"
            maxLength={200}
            value={setupCode}
            error={tried && setupCode.trim() === '' ? t('begin.codeMissing') : null}
            onChange={(event) => setSetupCode(event.currentTarget.value)}
          />
        </>
      )}
      doing={<p role="status">{t('begin.asking')}</p>}
      wordsFor={({code}) => (code === 'sync.offline' ? t('begin.unreachable') : undefined)}
      attempt={begin}
      onClose={onClose}
    />
  );
}

/** Whether the dialog still stands. */
function useWatched(): {readonly current: boolean} {
  const watched = useRef(true);
  useEffect(() => {
    watched.current = true;
    return () => {
      watched.current = false;
    };
  }, []);
  return watched;
}
