/**
 * The service in a process of its own, on the database of the first argument and the folder of the second; when it is
 * told to end it says how much memory it ever held, in megabytes.
 */

import { connect } from '../../server/database/open.ts';
import { buildApp, listen } from '../support/app.ts';
import { poolSettings } from '../support/database.ts';

const [databaseUrl = '', dataDir = ''] = process.argv.slice(2);
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);

const db = connect(databaseUrl, poolSettings);
const service = await listen(buildApp(db, { dataDir, requestTimeout: 120_000 }));
process.send?.({ url: service.url, peak: peak() });
process.on('message', () => {
  process.send?.({ peak: peak() });
  process.exit(0);
});
