/** The environment is read once, whole, and refused with words: variable, value, what would do. */
import assert from 'node:assert/strict';
import { type Config, ConfigError, readConfig, variables } from '../../server/config.ts';

const token = 'x'.repeat(32);

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env, []);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  assert.fail(`accepted ${JSON.stringify(env)}`);
}

const number = (least: number, most: number) => `a whole number from ${least} to ${most}`;

const s3 = {
  S3_ENDPOINT: 'https://store.example/',
  S3_BUCKET: 'moothall-photos',
  S3_REGION: 'eu-west-2',
  S3_ACCESS_KEY_ID: 'moothall',
  S3_SECRET_ACCESS_KEY: 'hunter2',
};
const s3Taken = {
  endpoint: 'https://store.example',
  bucket: 'moothall-photos',
  region: 'eu-west-2',
  accessKeyId: 'moothall',
  secretAccessKey: 'hunter2',
};

/** Values each variable refuses, with the words for what it takes. */
const refused: Record<string, [string[], string]> = {
  PORT: [['-1', '65536', '3000.5', 'http', '3000;'], number(0, 65535)],
  DATABASE_POOL: [['0', '501', 'many'], number(1, 500)],
  DATABASE_WAIT_MS: [['0', '60001', '2s'], number(1, 60_000)],
  DATABASE_STATEMENT_TIMEOUT_MS: [['99', '600001', 'none'], number(100, 600_000)],
  REQUEST_TIMEOUT_MS: [['99', '600001', '30s'], number(100, 600_000)],
  SHUTDOWN_TIMEOUT_MS: [['-1', '600001', 'soon'], number(0, 600_000)],
  DATABASE_PREPARED_STATEMENTS: [['yes', '1', 'true'], 'on or off'],
  TRUST_PROXY: [['yes', '127.0.0.1', '10'], 'on, off, or how many proxies there are, 1 to 9'],
  PUBLIC_URL: [
    ['moothall.example', 'ftp://moothall.example', '/'],
    'a URL that starts with http:// or https://',
  ],
  TILE_URL: [['tiles', 'file:///{z}/{x}/{y}'], 'a URL that starts with http:// or https://'],
  LOG_LEVEL: [['verbose', 'INFO!'], 'one of fatal, error, warn, info, debug, trace, silent'],
  BODY_LIMIT: [['1 mb', '-1', '1gb', '1000'], 'a size such as 500kb or 1mb'],
};

/** Values each variable takes, and where they end up. */
const taken: Record<string, [string, keyof Config, unknown]> = {
  PORT: ['8080', 'port', 8080],
  DATA_DIR: ['/var/lib/moothall', 'dataDir', '/var/lib/moothall'],
  DATABASE_URL: ['postgresql://a:b@c/d', 'databaseUrl', 'postgresql://a:b@c/d'],
  DATABASE_POOL: ['20', 'databasePool', 20],
  DATABASE_WAIT_MS: ['500', 'databaseWait', 500],
  DATABASE_STATEMENT_TIMEOUT_MS: ['5000', 'statementTimeout', 5000],
  DATABASE_PREPARED_STATEMENTS: ['OFF', 'preparedStatements', false],
  PUBLIC_URL: ['https://moothall.example/', 'publicUrl', 'https://moothall.example'],
  TILE_URL: ['http://tiles.local/{z}/{x}/{y}', 'tileUrl', 'http://tiles.local/{z}/{x}/{y}'],
  TILE_ATTRIBUTION: ['© Somebody', 'tileAttribution', '© Somebody'],
  LOG_LEVEL: ['debug', 'logLevel', 'debug'],
  BODY_LIMIT: ['500kb', 'bodyLimit', '500kb'],
  REQUEST_TIMEOUT_MS: ['1000', 'requestTimeout', 1000],
  SHUTDOWN_TIMEOUT_MS: ['0', 'shutdownTimeout', 0],
  TRUST_PROXY: [' on ', 'trustProxy', 1],
  SMTP_URL: ['smtps://user:pass@mail.example.org', 'smtpUrl', 'smtps://user:pass@mail.example.org'],
  MAIL_FROM: ['Hall <hall@example.org>', 'mailFrom', 'Hall <hall@example.org>'],
  VALHALLA_URL: ['http://valhalla:8002/', 'valhallaUrl', 'http://valhalla:8002'],
  OPERATOR_TOKEN: [token, 'operatorToken', token],
  ...Object.fromEntries(
    Object.entries(s3).map(([name, value]): [string, [string, keyof Config, unknown]] => [
      name,
      [value, 's3', s3Taken],
    ]),
  ),
};

describe('configuration', () => {
  it('needs nothing', () => {
    assert.deepEqual(readConfig({}, []), {
      port: 3000,
      dataDir: './data',
      databaseUrl: undefined,
      databasePool: 10,
      databaseWait: 2000,
      statementTimeout: 15_000,
      preparedStatements: true,
      publicUrl: 'http://localhost:3000',
      tileUrl: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
      tileAttribution: '© OpenStreetMap contributors',
      logLevel: 'info',
      bodyLimit: '1mb',
      requestTimeout: 30_000,
      shutdownTimeout: 10_000,
      trustProxy: 0,
      operatorToken: undefined,
      s3: undefined,
      smtpUrl: undefined,
      mailFrom: 'Moothall <noreply@localhost>',
      valhallaUrl: undefined,
      demo: false,
    });
  });

  it('has each variable tried here', () => {
    assert.deepEqual(Object.keys(taken).sort(), variables.map(({ name }) => name).sort());
    for (const { meaning } of variables) assert.ok(meaning.length > 10);
  });

  for (const [name, [given, key, expected]] of Object.entries(taken))
    it(`takes ${name}`, () => {
      // Those of the photo store are given together or not at all.
      const others = name in s3 ? s3 : {};
      assert.deepEqual(readConfig({ ...others, [name]: given }, [])[key], expected);
    });

  for (const [name, [values, allowed]] of Object.entries(refused))
    it(`refuses ${name} with the value and what it must be`, () => {
      for (const value of values) {
        const message = refusal({ [name]: value });
        assert.ok(message.includes(`${name} is "${value}"; it must be ${allowed}`), message);
      }
    });

  it('takes an empty value as none', () => {
    const env = Object.fromEntries(variables.map(({ name }) => [name, ' ']));
    assert.deepEqual(readConfig(env, []), readConfig({}, []));
  });

  it('wants the coordinates of a tile in TILE_URL', () => {
    assert.match(
      refusal({ TILE_URL: 'https://tiles.example/{z}/{x}.png' }),
      /a URL with \{z\}, \{x\} and \{y\}/,
    );
  });

  it('never shows a secret', () => {
    for (const url of ['mysql://moothall:hunter2@db/x', 'hunter2']) {
      const message = refusal({ DATABASE_URL: url });
      assert.match(
        message,
        /DATABASE_URL is \(not shown\); it must be a URL that starts with postgres:\/\/ or/,
      );
      assert.doesNotMatch(message, /hunter2/);
    }
    for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']) {
      const wrong = refusal({ ...s3, [name]: name === 'S3_ENDPOINT' ? 'ftp://store' : '' });
      assert.match(wrong, new RegExp(`${name} is`));
      assert.doesNotMatch(wrong, /hunter2/);
    }
    const message = refusal({ OPERATOR_TOKEN: 'hunter2' });
    assert.match(message, /OPERATOR_TOKEN is \(not shown\); it must be at least 32 characters/);
    assert.doesNotMatch(message, /hunter2/);
  });

  it('names every fault at once', () => {
    const message = refusal({ PORT: 'x', LOG_LEVEL: 'y', BODY_LIMIT: 'z', OPERATOR_TOKEN: 'short' });
    assert.deepEqual([...message.matchAll(/^ {2}(\w+) is/gm)].map(([, name]) => name).sort(), [
      'BODY_LIMIT',
      'LOG_LEVEL',
      'OPERATOR_TOKEN',
      'PORT',
    ]);
  });

  it('takes the demo from the command line only', () => {
    assert.equal(readConfig({}, ['node', 'main.js', '--demo']).demo, true);
  });
});
