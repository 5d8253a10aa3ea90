import { execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf, processorTime } from './processor-time.ts';

const installed = '/usr/lib/postgresql';

function programs(): string | null {
  const [newest] = existsSync(installed) ? readdirSync(installed).sort((one, two) => Number(two) - Number(one)) : [];
  return newest && existsSync(`${installed}/${newest}/bin/initdb`) ? `${installed}/${newest}/bin` : null;
}

/** Why a PostgreSQL of one's own cannot be started here, as a sentence; null when it can. */
export const whyNoPostgresCluster = (): string | null =>
  programs() ? null : `PostgreSQL's own programs are not in ${installed} (Debian's package postgresql).`;

/** Starts a PostgreSQL server in `folder` that listens at `address`; everybody in `network` (as 10.0.0.0/24) may use it. */
export function startPostgresCluster(folder: string, address: string, port: number, network: string) {
  const bin = programs();
  if (!bin) throw new Error('There is no PostgreSQL here.');
  const data = join(folder, 'postgres');
  const user = ownerOf(data);
  const run = (program: string, ...rest: string[]) =>
    execFileSync(join(bin, program), rest, { ...user, cwd: '/', stdio: 'ignore' });
  run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync');
  appendFileSync(join(data, 'pg_hba.conf'), `host all all ${network} trust\n`);
  const options = `-h ${address} -p ${port} -k ${data} -c max_connections=120`;
  run('pg_ctl', 'start', '-w', '-D', data, '-o', options, '-l', join(data, 'log'));
  const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const stop = () => {
    process.off('exit', stop);
    run('pg_ctl', 'stop', '-w', '-m', 'immediate', '-D', data);
  };
  // It is a daemon, and outlives who is interrupted.
  process.prependOnceListener('exit', stop);
  return {
    processorTime: () => processorTime([postmaster, ...childrenOf(postmaster)]),
    url: `postgres://postgres@${address}:${port}/postgres`,
    stop,
  };
}

/** PostgreSQL refuses to run as root: then its own user does. */
function ownerOf(data: string): { uid?: number; gid?: number } {
  mkdirSync(data, { mode: 0o700 });
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const user = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(data, user.uid, user.gid);
  execFileSync('chmod', ['o+x', join(data, '..')]);
  return user;
}
