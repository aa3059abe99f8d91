/** npm run operator -- add|remove EMAIL: who looks after the register. */
import { readConfig } from './config.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/open.ts';
import { setOperator } from './people/repository.ts';
import { Email } from './people/schema.ts';

const [command, email = ''] = process.argv.slice(2);
if ((command !== 'add' && command !== 'remove') || !new RegExp(Email.pattern ?? '').test(email)) {
  console.error(
    'Say whom: npm run operator -- add name@example.org, or: npm run operator -- remove name@example.org',
  );
  process.exit(2);
}
const database = await openDatabase(readConfig(), console.log);
try {
  await migrate(database.knex);
  await setOperator(database.knex, email, command === 'add');
  console.log(command === 'add' ? `${email} is an operator now.` : `${email} is no operator any more.`);
} finally {
  await database.close();
}
