/** What Easel is measured against: a stream to disk and back, and nothing else. `--fsync` waits for the disk. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

const [path = '', fsync] = process.argv.slice(2);

const server = createServer(async (request, response) => {
  if (request.method === 'POST') {
    await pipeline(request, createWriteStream(path));
    if (fsync) {
      const file = await open(path, 'r');
      await file.sync();
      await file.close();
    }
    response.writeHead(204).end();
  } else {
    await pipeline(createReadStream(path), response);
  }
});
server.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
