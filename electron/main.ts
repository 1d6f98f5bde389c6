import {app, session} from 'electron';
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {PrintDesk} from '#core/shell/print-desk.ts';
import type {Instant} from '#core/time/instant.ts';
import {desktopAnswers} from './answers.ts';
import {DiskPorts} from './disk/disk-ports.ts';
import {NodeDisk} from './disk/node-disk.ts';
import {closeOnBugs} from './last-resort.ts';
import {type Look, rememberedLook} from './look.ts';
import {leaveMediaKeysAlone} from './media-keys.ts';
import {showMenu} from './menu.ts';
import {denyByDefault} from './permissions.ts';
import {keepPrinting} from './printing/print-clock.ts';
import {PrinterWays} from './printing/printer-ways.ts';
import {declareScheme, servePage} from './protocol.ts';
import {serve} from './serve.ts';
import {scaleChooser} from './scale-chooser.ts';
import {chooseScales} from './scales.ts';
import {claimProfile, onFurtherStart} from './single-instance.ts';
import {routeOf, startWish} from './start-wish.ts';
import {createWindows} from './windows.ts';
import {type Words, wordsOf} from './words.ts';

const wish = startWish(process.argv);

if (claimProfile(wish)) start();
else app.quit();

function start(): void {
  let words = (): Words => wordsOf('en');
  closeOnBugs(() => words());
  declareScheme();
  leaveMediaKeysAlone();
  app.enableSandbox();

  void app.whenReady().then(() => {
    const look = rememberedLook();
    words = look.words;
    run(look);
  });
}

function run(look: Look): void {
  const built = join(app.getAppPath(), 'dist');
  denyByDefault(session.defaultSession);
  servePage({root: join(built, 'renderer'), language: look.language});

  const windows = createWindows({preload: join(built, 'electron', 'preload.cjs'), look});
  chooseScales(session.defaultSession, scaleChooser({windows, words: look.words}));
  const menu = (): void => showMenu({windows, look});
  menu();
  const disk = new DiskPorts(new NodeDisk(join(app.getPath('userData'), 'disk')));
  // A folder of its own: pages reach the disk's, and the queue only by calls.
  const printing = new PrintDesk({
    disk: new NodeDisk(join(app.getPath('userData'), 'print-queue')),
    port: new PrinterWays(),
    sha256: async (bytes) => createHash('sha256').update(bytes).digest(),
    now: () => Date.now() as Instant,
    onChange: () => windows.tell({event: 'printing.changed'}),
  });
  app.on('will-quit', keepPrinting(printing));
  serve(desktopAnswers({windows, look, disk, printing: printing.answers, onLanguage: menu}));

  onFurtherStart((further) => {
    if (further.demoOrders === undefined) windows.focus();
    else windows.open(routeOf(further));
  });
  app.on('activate', windows.focus);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  windows.open(routeOf(wish));
}
