/**
 * The only reader of the environment. Every variable is described here once; `readConfig` refuses to start
 * with a value it does not understand, and names the variable, the value and what would be accepted.
 */

/** A store that speaks S3: AWS, MinIO, Garage, R2 and others. */
export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Config {
  port: number;
  dataDir: string;
  databaseUrl: string | undefined;
  databasePool: number;
  /** Milliseconds a request waits for a database connection before it is answered 503. */
  databaseWait: number;
  /** Milliseconds one SQL statement may take. */
  statementTimeout: number;
  /** Named prepared statements: off for PgBouncer before 1.21 in transaction mode. */
  preparedStatements: boolean;
  publicUrl: string;
  tileUrl: string;
  tileAttribution: string;
  logLevel: string;
  bodyLimit: string;
  /** Milliseconds one request may take, from first byte to last. */
  requestTimeout: number;
  /** Milliseconds that requests in flight are given when the service is asked to stop. */
  shutdownTimeout: number;
  /** How many reverse proxies of ours stand in front; what others say of whom a request comes from is not believed. */
  trustProxy: number;
  operatorToken: string | undefined;
  /** Where photos are kept; undefined: in a folder of `dataDir`. */
  s3: S3Settings | undefined;
  /** Where letters leave from; without it the demo shows its outbox, and a register in earnest cannot sign anyone in. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** A server of Valhalla, which measures travel on streets and paths; undefined: what was built here, or straight lines. */
  valhallaUrl: string | undefined;
  demo: boolean;
}

interface Variable {
  name: string;
  meaning: string;
  fallback: string;
}

/** Every variable, in the order in which the README lists them. */
export const variables: Variable[] = [
  { name: 'PORT', meaning: 'port the service listens on', fallback: '3000' },
  {
    name: 'DATA_DIR',
    meaning: 'folder of the embedded database, of photos and of the network of streets',
    fallback: './data',
  },
  {
    name: 'DATABASE_URL',
    meaning: 'postgres:// address of a PostgreSQL ≥ 15; without it the embedded one is used',
    fallback: '',
  },
  { name: 'DATABASE_POOL', meaning: 'most connections to the database at once', fallback: '10' },
  {
    name: 'DATABASE_WAIT_MS',
    meaning: 'how long a request waits for a connection before 503',
    fallback: '2000',
  },
  {
    name: 'DATABASE_STATEMENT_TIMEOUT_MS',
    meaning: 'how long one SQL statement may take',
    fallback: '15000',
  },
  { name: 'DATABASE_PREPARED_STATEMENTS', meaning: 'on, or off for PgBouncer before 1.21', fallback: 'on' },
  {
    name: 'PUBLIC_URL',
    meaning: 'address people use, for links in pages and files',
    fallback: 'http://localhost:PORT',
  },
  {
    name: 'TILE_URL',
    meaning: 'map tiles, with {z} {x} {y}',
    fallback: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  },
  { name: 'TILE_ATTRIBUTION', meaning: 'credit shown on the map', fallback: '© OpenStreetMap contributors' },
  { name: 'LOG_LEVEL', meaning: 'fatal, error, warn, info, debug, trace or silent', fallback: 'info' },
  { name: 'BODY_LIMIT', meaning: 'largest request body', fallback: '1mb' },
  { name: 'REQUEST_TIMEOUT_MS', meaning: 'how long one request may take', fallback: '30000' },
  {
    name: 'SHUTDOWN_TIMEOUT_MS',
    meaning: 'how long requests in flight may take to finish at shutdown',
    fallback: '10000',
  },
  {
    name: 'TRUST_PROXY',
    meaning: 'on when a reverse proxy in front adds to X-Forwarded-For; 2 for two of them, up to 9',
    fallback: 'off',
  },
  {
    name: 'OPERATOR_TOKEN',
    meaning: 'bearer token (32 characters or more) of whoever owns the machine: it may write everywhere',
    fallback: '',
  },
  {
    name: 'S3_ENDPOINT',
    meaning: 'address of an S3 store for photos; without it they are in DATA_DIR',
    fallback: '',
  },
  { name: 'S3_BUCKET', meaning: 'bucket of the S3 store', fallback: '' },
  { name: 'S3_REGION', meaning: 'region of the S3 store', fallback: 'us-east-1' },
  { name: 'S3_ACCESS_KEY_ID', meaning: 'key that may put, get and delete there', fallback: '' },
  { name: 'S3_SECRET_ACCESS_KEY', meaning: 'the secret of that key', fallback: '' },
  {
    name: 'SMTP_URL',
    meaning:
      'smtp:// or smtps:// address of the mail server, with its user and password; without it no letters leave',
    fallback: '',
  },
  { name: 'MAIL_FROM', meaning: 'whom letters come from', fallback: 'Moothall <noreply@localhost>' },
  {
    name: 'VALHALLA_URL',
    meaning:
      'address of a Valhalla server for travel on streets; without it what npm run travel built, or straight lines',
    fallback: '',
  },
];

/** Values that no message repeats. */
const secrets = [
  'DATABASE_URL',
  'OPERATOR_TOKEN',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'SMTP_URL',
  'VALHALLA_URL',
];

export class ConfigError extends Error {}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads and checks the environment. Throws ConfigError listing every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, argv: string[] = process.argv): Config {
  const faults: string[] = [];
  const text = (name: string) => {
    const given = env[name]?.trim();
    return given ? given : (variables.find((variable) => variable.name === name)?.fallback ?? '');
  };
  const fault = (name: string, allowed: string) => {
    const shown = secrets.includes(name) ? '(not shown)' : `"${env[name] ?? ''}"`;
    faults.push(`${name} is ${shown}; it must be ${allowed}`);
  };
  const integer = (name: string, least: number, most: number) => {
    const value = Number(text(name));
    if (!Number.isInteger(value) || value < least || value > most)
      fault(name, `a whole number from ${least} to ${most}`);
    return value;
  };
  const flag = (name: string) => {
    const value = text(name).toLowerCase();
    if (value !== 'on' && value !== 'off') fault(name, 'on or off');
    return value === 'on';
  };
  const proxies = (name: string) => {
    const value = text(name).toLowerCase();
    if (!/^(on|off|[1-9])$/.test(value)) fault(name, 'on, off, or how many proxies there are, 1 to 9');
    return value === 'on' ? 1 : Number(value) || 0;
  };
  const url = (name: string, value: string, schemes: string[]) => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    if (!parsed || !schemes.includes(parsed.protocol))
      fault(name, `a URL that starts with ${schemes.join('// or ')}//`);
    return value;
  };

  const port = integer('PORT', 0, 65535);
  const databaseUrl = text('DATABASE_URL') || undefined;
  if (databaseUrl) url('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:']);
  const givenUrl = env.PUBLIC_URL?.trim();
  if (givenUrl) url('PUBLIC_URL', givenUrl, ['http:', 'https:']);
  const publicUrl = givenUrl || `http://localhost:${port}`;
  const tileUrl = text('TILE_URL');
  url('TILE_URL', tileUrl, ['http:', 'https:']);
  if (!['{z}', '{x}', '{y}'].every((part) => tileUrl.includes(part)))
    fault('TILE_URL', 'a URL with {z}, {x} and {y}');
  const logLevel = text('LOG_LEVEL');
  if (!levels.includes(logLevel)) fault('LOG_LEVEL', `one of ${levels.join(', ')}`);
  const bodyLimit = text('BODY_LIMIT');
  if (!/^\d+(b|kb|mb)$/.test(bodyLimit)) fault('BODY_LIMIT', 'a size such as 500kb or 1mb');
  const operatorToken = text('OPERATOR_TOKEN') || undefined;
  if (operatorToken && operatorToken.length < 32) fault('OPERATOR_TOKEN', 'at least 32 characters');

  const s3 = {
    endpoint: text('S3_ENDPOINT').replace(/\/+$/, ''),
    bucket: text('S3_BUCKET'),
    region: text('S3_REGION'),
    accessKeyId: text('S3_ACCESS_KEY_ID'),
    secretAccessKey: text('S3_SECRET_ACCESS_KEY'),
  };
  if (s3.endpoint) {
    url('S3_ENDPOINT', s3.endpoint, ['http:', 'https:']);
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(s3.bucket)) fault('S3_BUCKET', 'the name of a bucket');
    if (!s3.accessKeyId) fault('S3_ACCESS_KEY_ID', 'given with S3_ENDPOINT');
    if (!s3.secretAccessKey) fault('S3_SECRET_ACCESS_KEY', 'given with S3_ENDPOINT');
  }
  const smtpUrl = text('SMTP_URL') || undefined;
  if (smtpUrl) url('SMTP_URL', smtpUrl, ['smtp:', 'smtps:']);
  const mailFrom = text('MAIL_FROM');
  if (!/@/.test(mailFrom)) fault('MAIL_FROM', 'an address such as Moothall <noreply@example.org>');
  const valhallaUrl = text('VALHALLA_URL').replace(/\/+$/, '') || undefined;
  if (valhallaUrl) url('VALHALLA_URL', valhallaUrl, ['http:', 'https:']);
  if (valhallaUrl && URL.canParse(valhallaUrl) && new URL(valhallaUrl).username)
    fault('VALHALLA_URL', 'an address without a user and a password');

  const config: Config = {
    port,
    dataDir: text('DATA_DIR'),
    databaseUrl,
    databasePool: integer('DATABASE_POOL', 1, 500),
    databaseWait: integer('DATABASE_WAIT_MS', 1, 60_000),
    statementTimeout: integer('DATABASE_STATEMENT_TIMEOUT_MS', 100, 600_000),
    preparedStatements: flag('DATABASE_PREPARED_STATEMENTS'),
    publicUrl: publicUrl.replace(/\/+$/, ''),
    tileUrl,
    tileAttribution: text('TILE_ATTRIBUTION'),
    logLevel,
    bodyLimit,
    requestTimeout: integer('REQUEST_TIMEOUT_MS', 100, 600_000),
    shutdownTimeout: integer('SHUTDOWN_TIMEOUT_MS', 0, 600_000),
    trustProxy: proxies('TRUST_PROXY'),
    operatorToken,
    s3: s3.endpoint ? s3 : undefined,
    smtpUrl,
    mailFrom,
    valhallaUrl,
    demo: argv.includes('--demo'),
  };
  if (faults.length > 0) throw new ConfigError(`Moothall cannot start:\n  ${faults.join('\n  ')}`);
  return config;
}
