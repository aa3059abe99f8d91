/** npm run operator -- add|remove EMAIL: who looks after the register. */
import { recordAudit } from './audit/repository.ts';
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
  const done = await database.knex.transaction(async (db) => {
    const person = await setOperator(db, email, command === 'add');
    if (person === undefined) return false;
    const action = command === 'add' ? 'operator.appointed' : 'operator.dismissed';
    await recordAudit(db, { visitor: { kind: 'operator' }, action, detail: { person } });
    return true;
  });
  if (!done) console.log(`Nobody has the address ${email}.`);
  else console.log(command === 'add' ? `${email} is an operator now.` : `${email} is no operator any more.`);
} finally {
  await database.close();
}
