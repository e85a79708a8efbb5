import { BlockList, isIPv6 } from 'node:net';

/** Everything that isn't the public Internet (IANA's special-purpose registries). */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const NOT_PUBLIC_6 = [
  '::/128',
  '::1/128',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const blocked = new BlockList();
for (const [ranges, family] of [
  [NOT_PUBLIC_4, 'ipv4'],
  [NOT_PUBLIC_6, 'ipv6'],
] as const) {
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    blocked.addSubnet(network, Number(prefix), family);
  }
}

/** Whether an address is one of the public Internet; an IPv6 address that carries an IPv4 one is judged by both. */
export function isPublicAddress(address: string): boolean {
  // A zone (`fe80::1%eth0`) only ever stands with a link-local address.
  const [plain = ''] = address.split('%', 1);
  if (!isIPv6(plain)) return !blocked.check(plain, 'ipv4');
  if (blocked.check(plain, 'ipv6')) return false;
  const inside = embeddedIPv4(plain);
  return inside === undefined || !blocked.check(inside, 'ipv4');
}

/** The IPv4 address in a mapped, compatible, translated (NAT64) or 6to4 address. */
function embeddedIPv4(address: string): string | undefined {
  const groups = groupsOf(address);
  const at = (index: number) => groups[index] as number;
  const startsWith = (...values: number[]) => values.every((value, index) => at(index) === value);
  if (startsWith(0, 0, 0, 0, 0) && (at(5) === 0xffff || at(5) === 0)) return dotted(at(6), at(7));
  if (startsWith(0, 0, 0, 0, 0xffff, 0)) return dotted(at(6), at(7));
  if (startsWith(0x64, 0xff9b)) return dotted(at(6), at(7));
  if (startsWith(0x2002)) return dotted(at(1), at(2));
  return undefined;
}

function groupsOf(address: string): number[] {
  const text = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a, b, c, d] = parts.slice(0, 4).map(Number) as [number, number, number, number];
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head = '', tail] = text.split('::');
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return read(head);
  const [left, right] = [read(head), read(tail)];
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

const dotted = (high: number, low: number) => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
