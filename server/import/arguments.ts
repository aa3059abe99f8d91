/** What can be said on the command line, read once and checked. */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ImportFault } from './fault.ts';
import type { BBox } from './osm.ts';
import { isDay } from './venue.ts';

export const usage = `Fill the register with public data.

  npm run import -- osm FILE.osm.pbf [--bbox west,south,east,north] [--map MAPPING]
  npm run import -- csv FILE --map MAPPING
  npm run import -- geojson FILE --map MAPPING
  npm run import -- areas FILE.geojson [--id-property NAME] [--name-property NAME] [--kind KIND]
  npm run import -- places FILE.csv|FILE.geojson [--map MAPPING] [--kind KIND]
  npm run import -- lines FILE.geojson --kind water|road|rail
  npm run import -- demand FILE.csv|FILE.geojson --map MAPPING --organisation NAME [--layer NAME] [--public]

MAPPING is a JSON file, or the name of one in mappings/; docs/importing.md explains how to write one.

  --dry-run            tell what would happen, and change nothing
  --rejects FILE       write the rows that were left out, and why, to this file
  --strict             end with exit code 1 when a row is rejected
  --restart            read the file from its beginning, even if an earlier run was interrupted
  --part               the file holds only some of the records: those not in it have not vanished
  --scope NAME         what the file covers; only records of the same scope can vanish
  --observed-on DAY    the day the facts were seen, where the file does not say (2026-03-12)
  --timezone ZONE      the time zone of opening hours outside Britain (Europe/Lisbon)
  --batch N            records in one transaction (100)
  --organisation NAME  the short name of the organisation whose layer of demand it is
  --layer NAME         what the layer is called, where the mapping's name does not fit
  --public             the layer is for everybody, not for the organisation's members alone
  --source ID --source-name NAME --licence NAME --attribution TEXT --url URL
                       who made the areas or lines, where the file does not say
`;

const commands = ['osm', 'csv', 'geojson', 'areas', 'places', 'lines', 'demand'] as const;
export type Command = (typeof commands)[number];

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const known = {
  map: text,
  bbox: text,
  kind: text,
  scope: text,
  rejects: text,
  batch: text,
  timezone: text,
  'observed-on': text,
  'id-property': text,
  'name-property': text,
  source: text,
  'source-name': text,
  licence: text,
  attribution: text,
  url: text,
  organisation: text,
  layer: text,
  public: flag,
  'dry-run': flag,
  strict: flag,
  restart: flag,
  part: flag,
  help: flag,
} as const;

type Option = keyof typeof known;

const always: readonly Option[] = ['rejects', 'batch', 'dry-run', 'strict', 'restart', 'help'];
const ofVenues: readonly Option[] = ['map', 'scope', 'part', 'observed-on', 'timezone'];
const ofSource: readonly Option[] = ['source', 'source-name', 'licence', 'attribution', 'url'];
/** What each command heeds. Anything else is refused: an option that does nothing misleads. */
const heeded: Record<Command, readonly Option[]> = {
  osm: [...ofVenues, 'bbox'],
  csv: ofVenues,
  geojson: ofVenues,
  areas: [...ofSource, 'id-property', 'name-property', 'kind'],
  places: ['map', 'kind'],
  lines: [...ofSource, 'kind'],
  demand: ['map', 'organisation', 'layer', 'public'],
};

export interface Arguments {
  command: Command;
  file: string;
  bbox?: BBox;
  batchSize: number;
  dryRun: boolean;
  strict: boolean;
  restart: boolean;
  part: boolean;
  options: { [name in keyof typeof known]?: (typeof known)[name] extends typeof text ? string : boolean };
}

/** Throws ImportFault with a sentence; undefined when only the usage was asked for. */
export function readArguments(argv: string[]): Arguments | undefined {
  const { values, positionals } = parse(argv);
  if (values.help || positionals.length === 0) return undefined;
  const [word = '', file, ...more] = positionals;
  const command = commands.find((each) => each === word);
  if (!command) throw new ImportFault(`There is no “${word}” to import: say ${commands.join(', ')}.`);
  if (file === undefined) throw new ImportFault(`Say which file: npm run import -- ${command} FILE`);
  if (more.length > 0) throw new ImportFault(`One file at a time, please: ${more.join(', ')} is too much.`);
  const idle = Object.keys(values).find(
    (name) => ![...always, ...heeded[command]].some((each) => each === name),
  );
  if (idle)
    throw new ImportFault(
      `--${idle} has no meaning for ${command}. Run it with --help to see what can be said.`,
    );
  if (!existsSync(file) || !statSync(file).isFile()) throw new ImportFault(`There is no file ${file}.`);
  if (['csv', 'geojson', 'demand'].includes(command) && !values.map)
    throw new ImportFault(`Say with --map which columns mean what; docs/importing.md tells how.`);
  if (command === 'demand' && !values.organisation)
    throw new ImportFault('Say with --organisation whose layer it is, by the short name in its address.');
  const batchSize = Number(values.batch ?? 100);
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > 10_000)
    throw new ImportFault(`--batch is “${values.batch}”; it must be a whole number from 1 to 10,000.`);
  const day = values['observed-on'];
  if (day !== undefined && !isDay(day))
    throw new ImportFault(`--observed-on is “${day}”; it must be a day such as 2026-03-12.`);
  if (values.timezone !== undefined) checkZone(values.timezone);
  if (values.rejects !== undefined) checkRejects(values.rejects, [file, values.map ?? '']);
  const {
    'dry-run': dryRun = false,
    strict = false,
    restart = false,
    part = false,
    help: _help,
    ...options
  } = values;
  return {
    command,
    file,
    batchSize,
    dryRun,
    strict,
    restart,
    part,
    options,
    ...(values.bbox !== undefined && { bbox: readBox(values.bbox) }),
  };
}

function parse(argv: string[]) {
  try {
    // A box west of Greenwich begins with a minus, which would pass for another option.
    const args = argv.flatMap((word, at) =>
      word === '--bbox' && /^-\d/.test(argv[at + 1] ?? '')
        ? []
        : argv[at - 1] === '--bbox' && /^-\d/.test(word)
          ? [`--bbox=${word}`]
          : [word],
    );
    return parseArgs({ args, options: known, allowPositionals: true });
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('. To specify')[0] ?? '') : '';
    throw new ImportFault(`${why}. Run it with --help to see what can be said.`);
  }
}

function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new ImportFault(`--timezone is “${zone}”; it must be a name such as Europe/Lisbon.`);
  }
}

/** The file of rejects is written anew, so it must not be one that is read, by whatever path. */
function checkRejects(rejects: string, others: string[]): void {
  const [target, ...read] = [rejects, ...others].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (!target || !read.some((each) => each?.dev === target.dev && each.ino === target.ino)) return;
  throw new ImportFault(
    `--rejects is ${rejects}, which is read by this import and would be overwritten: name another file.`,
  );
}

function readBox(said: string): BBox {
  const parts = said.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts;
  if (parts.length !== 4 || !parts.every(Number.isFinite) || west >= east || south >= north) {
    throw new ImportFault(
      `--bbox is “${said}”; it must be west,south,east,north in degrees, such as -0.26,51.41,-0.12,51.49.`,
    );
  }
  return { west, south, east, north };
}
