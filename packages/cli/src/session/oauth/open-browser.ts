import { spawn } from 'node:child_process';

/**
 * Opens an address in the person's browser: the one that BROWSER names, else the system's.
 * @returns whether something was started; whether it shows anything, nobody knows
 */
export function openBrowser(env: NodeJS.ProcessEnv, address: string): Promise<boolean> {
  const command = commandFor(env);
  if (!command) return Promise.resolve(false);
  const [program, ...args] = command;
  return new Promise((resolve) => {
    // What it prints is about itself, and would get among our lines.
    const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

function commandFor(env: NodeJS.ProcessEnv): [string, ...string[]] | undefined {
  const chosen = env['BROWSER'];
  if (chosen) return [chosen];
  if (process.platform === 'darwin') return ['open'];
  // Unlike `start`, it takes an address with & for what it is.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] || env['WSL_DISTRO_NAME'] ? ['xdg-open'] : undefined;
}
