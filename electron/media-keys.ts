import {app} from 'electron';

/**
 * The sounds of the bench are no music. Chromium would show them to the system as a player, so that a key for play or pause would reach
 * us instead of the radio in the hall; and it gathers a title and pictures for that player at each sound, 60 ms of the process that
 * hands labels to printers. To be called before the application is ready.
 */
export function leaveMediaKeysAlone(): void {
  app.commandLine.appendSwitch('disable-features', 'HardwareMediaKeyHandling,MediaSessionService');
}
