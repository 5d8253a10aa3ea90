import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Makes system calls of a running process fail, through strace; `failures` as strace writes them, such as
 * `fsync:error=EIO`. Gives what ends it.
 */
export async function failCalls(pid: number, failures: string[]): Promise<() => Promise<void>> {
  const calls = failures.map((one) => one.split(':')[0]).join(',');
  const injections = failures.flatMap((one) => ['-e', `inject=${one}`]);
  const tracer = spawn('strace', ['-f', '-p', String(pid), '-o', '/dev/null', '-e', `trace=${calls}`, ...injections], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(tracer, 'exit');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    tracer.stderr.on('data', (text) => {
      said += text;
      if (said.includes('attached')) resolve();
    });
    tracer.on('exit', () => reject(new Error(`strace could not begin: ${said}`)));
  });
  return async () => {
    tracer.kill('SIGINT');
    await ended;
  };
}
