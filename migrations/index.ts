/** The migrations by stable name, so that sources and the built service keep one history. */
import type { Knex } from 'knex';
import * as register from './0001_register.ts';
import * as search from './0002_search.ts';
import * as imports from './0003_import.ts';
import * as areaPages from './0004_area_pages.ts';
import * as mapLines from './0005_map_lines.ts';
import * as people from './0006_people.ts';
import * as organisations from './0007_organisations.ts';
import * as photos from './0008_photos.ts';
import * as terms from './0009_terms.ts';
import * as history from './0010_history.ts';
import * as claims from './0012_claims.ts';
import * as moderation from './0013_moderation.ts';
import * as reminders from './0014_reminders.ts';
import * as corrections from './0015_corrections.ts';
import * as handingOn from './0016_handing_on.ts';
import * as websites from './0017_websites.ts';
import * as sentOnce from './0019_sent_once.ts';
import * as remedies from './0020_remedies.ts';
import * as demand from './0021_demand.ts';
import * as plans from './0023_plans.ts';
import * as services from './0025_services.ts';
import * as findings from './0027_findings.ts';
import * as enquiries from './0031_enquiries.ts';
import * as sessionDevices from './0033_session_devices.ts';

interface Migration {
  name: string;
  up(db: Knex): Promise<void>;
  down(db: Knex): Promise<void>;
}

const migrations: Migration[] = [
  { name: '0001_register', ...register },
  { name: '0002_search', ...search },
  { name: '0003_import', ...imports },
  { name: '0004_area_pages', ...areaPages },
  { name: '0005_map_lines', ...mapLines },
  { name: '0006_people', ...people },
  { name: '0007_organisations', ...organisations },
  { name: '0008_photos', ...photos },
  { name: '0009_terms', ...terms },
  { name: '0010_history', ...history },
  { name: '0012_claims', ...claims },
  { name: '0013_moderation', ...moderation },
  { name: '0014_reminders', ...reminders },
  { name: '0015_corrections', ...corrections },
  { name: '0016_handing_on', ...handingOn },
  { name: '0017_websites', ...websites },
  { name: '0019_sent_once', ...sentOnce },
  { name: '0020_remedies', ...remedies },
  { name: '0021_demand', ...demand },
  { name: '0023_plans', ...plans },
  { name: '0025_services', ...services },
  { name: '0027_findings', ...findings },
  { name: '0031_enquiries', ...enquiries },
  { name: '0033_session_devices', ...sessionDevices },
];

export const migrationSource: Knex.MigrationSource<Migration> = {
  getMigrations: async () => migrations,
  getMigrationName: (migration) => migration.name,
  getMigration: async (migration) => migration,
};
