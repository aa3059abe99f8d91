/** The command demand: areas with numbers become a new version of a layer, whole or not at all. */
import { basename } from 'node:path';
import type { Knex } from 'knex';
import { sha256Of } from '../demand/files.ts';
import { readAreas } from '../demand/read-areas.ts';
import { addLayer, findLayer } from '../demand/repository.ts';
import type { Mapping } from '../demand/schema.ts';
import { reasonOf } from '../demand/sentences.ts';
import { listVersions, openChecked, saveVersion } from '../demand/versions.ts';
import { Problem } from '../problem.ts';
import { canonical } from '../venues/record.ts';
import type { Arguments } from './arguments.ts';
import { ImportFault } from './fault.ts';
import type { Item } from './item.ts';
import { readDemandMapping } from './mapping-file.ts';
import { openRejects } from './rejects.ts';
import { count, emptyReport, type Report, tell } from './report.ts';

interface Imported {
  report: Report;
  text: string;
}

async function organisationCalled(db: Knex, name: string): Promise<number> {
  const row = await db('organisation').where({ slug: name }).whereNull('dissolved_at').first('id');
  if (!row) throw new ImportFault(`There is no organisation with the short name “${name}”.`);
  return row.id;
}

/** Rows with faults are left out and told, as every import does; --strict says so by its exit code. */
export async function importDemand(db: Knex, given: Arguments): Promise<Imported> {
  const { file, options, dryRun } = given;
  const { layer, ...mapping } = readDemandMapping(options.map ?? '');
  const name = options.layer ?? layer.name;
  const isPublic = options.public === true;
  const organisationId = await organisationCalled(db, options.organisation ?? '');
  const sha256 = await sha256Of(file);
  const report = emptyReport();
  const leftOut: Item<unknown>[] = [];
  const transaction = await db.transaction();
  let done = false;
  try {
    await transaction.raw('set local statement_timeout = 0');
    const layerId =
      (await findLayer(transaction, organisationId, name)) ??
      (await addLayer(transaction, { organisationId, ...layer, name, public: isPublic }));
    const [newest] = (await listVersions(transaction, layerId, { limit: 1 })).items;
    if (newest && (await isSame(transaction, layerId, newest, { sha256, mapping }))) {
      report.read = newest.areas + newest.rejected;
      report.unchanged = newest.areas;
      report.rejected = newest.rejected;
    } else {
      const reading = await openChecked(file, mapping);
      const { areas } = await saveVersion(transaction, layerId, {
        mapping,
        areas: readAreas(reading, mapping),
        file: basename(file),
        sha256,
        leaveOut: true,
        onFault: ({ row, fault }) => {
          const item = { rows: [row], recordId: '', remarks: [], rejected: reasonOf(fault) };
          count(report, item);
          if (options.rejects) leftOut.push(item);
        },
      });
      report.read += areas;
      report.created = areas;
      if (options.rejects) {
        const rejects = await openRejects(options.rejects, reading, false);
        await rejects.write(leftOut).finally(() => rejects.close());
      }
    }
    done = true;
  } catch (error) {
    throw error instanceof Problem ? new ImportFault(error.message) : error;
  } finally {
    if (!done || dryRun) await transaction.rollback();
  }
  if (!dryRun) await transaction.commit();
  const title = `Demand “${name}” from ${basename(file)}`;
  return { report, text: tell(report, { title, thing: 'area', dryRun }) };
}

/** The same file, read in the same way, is no new version. */
async function isSame(
  db: Knex,
  layerId: number,
  newest: { version: number; mapping: Mapping },
  { sha256, mapping }: { sha256: string; mapping: Mapping },
): Promise<boolean> {
  const row = await db('demand_version')
    .where({ layer_id: layerId, version: newest.version })
    .first('sha256');
  return row?.sha256 === sha256 && canonical(newest.mapping) === canonical(mapping);
}
