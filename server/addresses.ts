import { BlockList, isIP } from 'node:net';

/** An address, or a network of them as 10.1.0.0/16. */
export function isAddress(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** https, or plain http on this machine alone, for trying out. */
export function overTls(address: string): URL | undefined {
  const url = URL.parse(address) ?? undefined;
  const fits = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return fits && url?.username === '' && url.password === '' ? url : undefined;
}

/** Scheme, host and port, and nothing else. */
export const isOrigin = (address: string): boolean => overTls(address)?.origin === address.replace(/\/$/, '');

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether who connects from this address is a proxy that is believed. */
export function trustsProxyAt(trust: boolean | string[]): (address: string) => boolean {
  if (!Array.isArray(trust)) return () => trust;
  const list = new BlockList();
  for (const one of trust) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (peer) => {
    // a socket that takes both kinds writes the older one as ::ffff:10.0.0.4
    const address = peer.replace(/^::ffff:(?=\d+\.)/, '');
    return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  };
}
