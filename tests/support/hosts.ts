import { execFileSync } from 'node:child_process';

/** A host of its own as far as the network can tell: a network namespace behind a cable. */
export type Host = {
  address: string;
  /** The command that runs another on this host. */
  on: (command: string[]) => string[];
  /** Pulls the cable out: nothing goes in or out, and nobody is told. */
  cutOff: () => void;
  reconnect: () => void;
};

const ip = (...words: string[]) => execFileSync('ip', words, { stdio: ['ignore', 'pipe', 'pipe'] });

/** Why hosts cannot be made on this machine, as a sentence; null when they can. */
export function whyNoHosts(): string | null {
  const name = `toolbox-${process.pid}-try`;
  try {
    ip('netns', 'add', name);
    ip('netns', 'del', name);
    return null;
  } catch {
    return 'network namespaces cannot be made by this user (they need root and the program ip).';
  }
}

/** So many hosts on one switch, to which this machine is connected as well, under `own`. */
export function makeHosts(count: number): { own: string; network: string; hosts: Host[]; remove: () => void } {
  const id = process.pid % 10_000_000;
  const net = `10.${64 + (id % 128)}.${Math.floor(id / 128) % 256}`;
  const bridge = `tb${id}s`;
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const names = (number: number) => ({
    space: `toolbox-${id}-${number}`,
    outer: `tb${id}o${number}`,
    inner: `tb${id}i${number}`,
  });
  const remove = () => {
    process.off('exit', remove);
    for (const { space, outer } of numbers.map(names)) {
      quietly(() => end(space));
      // A namespace that is deleted may stay for a while, and its cable with it.
      quietly(() => ip('link', 'del', outer));
    }
    quietly(() => ip('link', 'del', bridge));
  };
  // They outlive who is interrupted.
  process.prependOnceListener('exit', remove);
  try {
    ip('link', 'add', bridge, 'type', 'bridge');
    ip('addr', 'add', `${net}.1/24`, 'dev', bridge);
    ip('link', 'set', bridge, 'up');
    for (const number of numbers) connect(names(number), bridge, `${net}.${10 + number}/24`);
  } catch (error) {
    remove();
    throw error;
  }
  const hosts = numbers.map((number) => {
    const { space, outer } = names(number);
    return {
      address: `${net}.${10 + number}`,
      on: (command: string[]) => ['ip', 'netns', 'exec', space, ...command],
      cutOff: () => void ip('link', 'set', outer, 'down'),
      reconnect: () => void ip('link', 'set', outer, 'up'),
    };
  });
  return { own: `${net}.1`, network: `${net}.0/24`, hosts, remove };
}

function connect(
  { space, outer, inner }: Record<'space' | 'outer' | 'inner', string>,
  bridge: string,
  address: string,
) {
  ip('netns', 'add', space);
  ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', space);
  ip('link', 'set', outer, 'master', bridge, 'up');
  ip('-n', space, 'addr', 'add', address, 'dev', inner);
  ip('-n', space, 'link', 'set', inner, 'up');
  ip('-n', space, 'link', 'set', 'lo', 'up');
}

/** With all that runs there. */
function end(space: string) {
  for (const pid of ip('netns', 'pids', space).toString().trim().split('\n').filter(Boolean))
    process.kill(Number(pid), 9);
  ip('netns', 'del', space);
}

function quietly(action: () => void) {
  try {
    action();
  } catch {
    // It was not made.
  }
}
