/**
 * What the script says that looks for entries of a table on a reader's device, and the words of the table by which it knows
 * what each is. They stand apart, so that the script holds no others.
 */
export const inspect = {
  storage: {
    cookie: 'Cookie',
    'local-storage': 'Local storage',
    'session-storage': 'Session storage',
    'indexed-db': 'IndexedDB',
    pixel: 'Pixel',
    beacon: 'Web beacon',
    sdk: 'SDK',
    'device-id': 'Device identifier',
    'push-token': 'Push token',
    'url-parameter': 'URL parameter',
    other: 'Other',
  },
  hidden: 'hidden from scripts',
  look: 'Look for these entries on this device',
  seen: 'On this device now: yes',
  notSeen: 'On this device now: not seen from this page',
  unseeable: 'On this device now: no page can see that',
  found: (seen: number, looked: number) =>
    `${seen} of ${looked} ${looked === 1 ? 'entry' : 'entries'} that a page can look for ${seen === 1 ? 'is' : 'are'} on this device.`,
  limits: (host: string) =>
    `Only what is stored for ${host} can be seen here: not what belongs to other addresses or to other parts of this site, and no cookie that is hidden from scripts (HttpOnly). What was seen stays on this device; nothing was sent or kept.`,
};
