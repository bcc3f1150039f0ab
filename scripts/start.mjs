/** `npm start`: builds the page, serves the build and says where. Options: --port N, --host NAME, --no-build. */
import { parseArgs } from 'node:util';
import { buildSite, serveSite } from './site.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' }, 'no-build': { type: 'boolean' } },
});

if (!values['no-build']) await buildSite();
const server = await serveSite({ port: values.port ? Number(values.port) : undefined, host: values.host });
server.printUrls();
