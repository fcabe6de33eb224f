/** An address that a file can be fetched from. */
export interface FileAddress {
  readonly url: URL;
  /** The page's own server, which the page may ask without more ado. */
  readonly isOwn: boolean;
  /** Last part of the path, for people to know the file by. */
  readonly name: string;
}

const LOOPBACK = ['localhost', '127.0.0.1'];

/** Reads what a user gave as an address; text for why it can't be fetched. `pageUrl` completes a relative one. */
export function readFileAddress(text: string, pageUrl: string): FileAddress | string {
  const trimmed = text.trim();
  if (trimmed === '') return 'Give the address of a file.';
  const url = URL.canParse(trimmed, pageUrl) ? new URL(trimmed, pageUrl) : null;
  if (!url) return 'This is no address: one looks like https://example.org/ships.csv.';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return `Only https and http addresses are fetched, not ${url.protocol}//.`;
  }
  if (url.username !== '' || url.password !== '') {
    return 'The address holds a name or a password. Download the file with it, and drop it here.';
  }
  const isOwn = url.origin === new URL(pageUrl).origin;
  if (!isOwn && url.protocol === 'http:' && !LOOPBACK.includes(url.hostname)) {
    return 'Another server is asked by https only: by http anybody on the way could change the file.';
  }
  return { url, isOwn, name: nameOf(url) };
}

function nameOf({ pathname, hostname }: URL): string {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  if (last === '') return hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
