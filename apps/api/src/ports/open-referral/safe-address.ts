// What the server fetches from an address that somebody gave must never be a machine inside: the address is looked up once,
// every one that the name has is judged, and the connection goes to those alone.

import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Not for everybody on the internet. Sources: IANA special-purpose address registries for IPv4 and IPv6. */
const INSIDE = new BlockList();
const IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Of IPv6 only 2000::/3 is given out, and of that these are not for everybody: tunnels carry an inner address of their own. */
const IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
for (const network of IPV4) add(network, 'ipv4');
for (const network of IPV6) add(network, 'ipv6');
const GIVEN_OUT = new BlockList();
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6');

function add(network: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits] = network.split('/');
  INSIDE.addSubnet(address, Number(bits), family);
}

/** Whether an IP address is one that anybody on the internet can reach. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !INSIDE.check(address, 'ipv4');
  // An IPv4 address written as IPv6 is in none of what is given out.
  return family === 6 && GIVEN_OUT.check(address, 'ipv6') && !INSIDE.check(address, 'ipv6');
}

export class AddressRefusedError extends Error {}

/** `http:` or `https:`, without a name and password, and where it is an IP address, one outside. Throws AddressRefusedError. */
export function checkedUrl(text: string, mayBeInside: boolean): URL {
  if (!URL.canParse(text)) throw new AddressRefusedError();
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb || url.username !== '' || url.password !== '') throw new AddressRefusedError();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!mayBeInside && isIP(host) !== 0 && !isOutside(host)) throw new AddressRefusedError();
  return url;
}

type Lookup = (
  name: string,
  options: { readonly all: true },
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void;

/** Looks a name up for a connection, and refuses it where any of its addresses is inside. `names` is how names are looked up. */
export function outsideLookup(names: Lookup = dnsLookup): LookupFunction {
  return (host, options, callback) => {
    names(host, { all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined) return callback(error ?? new Error(`no address for ${host}`), '', 0);
      if (!found.every(({ address }) => isOutside(address))) return callback(new AddressRefusedError(), '', 0);
      if (options.all) return callback(null, found);
      callback(null, first.address, first.family);
    });
  };
}
