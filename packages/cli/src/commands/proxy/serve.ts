import { command } from '../../frame/command.ts';
import { UsageError } from '../../frame/failure.ts';
import { remark, say } from '../../frame/terminal.ts';
import { isLoopback } from '../../session/connect.ts';
import { USER_AGENT } from '../../session/user-agent.ts';
import { readConfig } from './config.ts';
import { answerUntil, type Listener, listen } from './listen.ts';
import { type LogEvent, lineOf } from './log-line.ts';
import { secretsFor } from './secrets.ts';
import { MOUNT, siteOf } from './site.ts';
import { StaticFiles } from './static-files.ts';

export default command({
  words: ['proxy'],
  summary: 'Let a web page use Canvas without a token in it: the proxy holds the token',
  details:
    'Serves a folder, and below /canvas the operations of Canvas that the configuration lists, with the parameters ' +
    'that it lists; nothing else passes. A page calls /canvas/api/v1/courses as it would call Canvas.\n' +
    "By default whoever opens the page acts by the profile's token. So it listens on this machine only, to all who " +
    'use the machine. With `oauth` in the configuration people sign in with Canvas at /canvas/login and act as ' +
    'themselves; the redirect URI of the developer key is /canvas/callback.\n' +
    'EASEL_PROXY_CLIENT_SECRET is the secret of the developer key. EASEL_PROXY_KEYS encrypts sessions that are kept: ' +
    'at least 32 random characters, and after commas those of before. Each request is a line of output.',
  options: {
    config: {
      type: 'text',
      short: 'c',
      value: 'FILE',
      summary: 'what passes, in JSON or YAML (otherwise proxy.json or proxy.yml)',
    },
    port: { type: 'text', value: 'NUMBER', summary: '0 takes a free one', default: '8787' },
    host: { type: 'text', value: 'ADDRESS', summary: 'where to listen', default: '127.0.0.1' },
    static: { type: 'text', value: 'DIR', summary: "the page's folder, in place of the configuration's" },
    open: { type: 'flag', summary: "let everybody who can reach it act by the profile's token" },
  },
  examples: [
    { line: 'easel proxy init && easel proxy', what: 'a page that lists your courses' },
    { line: 'easel proxy -c proxy.yml --port 3001 --static dist', what: 'your own page' },
  ],
  async run({ options, terminal }) {
    // Half a megabyte of contract, which no other command should wait for.
    const { createCanvasProxy } = await import('@easel/client/proxy');
    const { nodeListener } = await import('@easel/client/proxy/node');
    const config = await readConfig(options.config);
    const host = options.host.includes(':') ? `[${options.host}]` : options.host;
    if (!isHost(host)) throw new UsageError('--host takes an address to listen at');
    if (!isLoopback(`http://${host}`) && !config.oauth && !options.open) {
      throw new UsageError(
        'Everybody who reaches that address would act by your token',
        'add oauth to the configuration, so that people sign in; --open insists',
      );
    }
    const secrets = await secretsFor(config, terminal, options);
    const log = (event: LogEvent) => say(terminal, options.json ? JSON.stringify(event) : lineOf(event));
    // Only then the port is known, which is part of the address; until then nobody is answered.
    const { server, port } = await listen(options.host, portIn(options.port));
    const own = `http://${host}:${port}`;
    const address = config.publicUrl ?? own;
    let site: Listener;
    try {
      const proxy = createCanvasProxy({
        ...secrets,
        publicUrl: address + MOUNT,
        operations: config.operations,
        limits: config.limits,
        userAgent: USER_AGENT,
        audit: log,
      });
      const folder = options.static ?? config.static;
      const files = folder === undefined ? undefined : new StaticFiles(folder, config.withheld);
      site = siteOf({ proxy: nodeListener(proxy, new URL(address).origin), files, address, port, log });
    } catch (error) {
      server.close();
      // The proxy's word for a list or an address that can't work.
      if (error instanceof TypeError) throw new UsageError(`${config.file}: ${error.message}`);
      throw error;
    }
    const listening = address === own ? '' : `, listening at ${own}`;
    remark(terminal, `easel: ready at ${address}, in front of ${secrets.baseUrl}${listening}`);
    await answerUntil(terminal.signal, server, site);
    return undefined;
  },
});

const isHost = (host: string) => URL.canParse(`http://${host}`) && new URL(`http://${host}`).host === host;

function portIn(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError('--port takes a number up to 65535');
  return port;
}
