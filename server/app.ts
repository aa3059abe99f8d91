/** The table of contents of the service. Built from what it depends on; listens elsewhere. */
import compression from 'compression';
import express, { type Express } from 'express';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { areaRoutes } from './areas/routes.ts';
import { backdropRoutes } from './backdrop/routes.ts';
import { checkRoutes } from './checks/routes.ts';
import { claimRoutes } from './claims/routes.ts';
import type { Config } from './config.ts';
import { correctionRoutes } from './corrections/routes.ts';
import { demandRoutes } from './demand/routes.ts';
import { enquiryRoutes } from './enquiries/routes.ts';
import { factRoutes } from './facts/routes.ts';
import { fitRoutes } from './fit/routes.ts';
import { errorHandler, noSuchPage } from './http/errors.ts';
import { builtFiles } from './http/files.ts';
import { requestLog, timeLimit } from './http/limits.ts';
import { createMetrics } from './http/metrics.ts';
import { mount } from './http/mount.ts';
import { openApiDocument } from './http/openapi.ts';
import { createLimiter } from './http/rate.ts';
import type { Route } from './http/route.ts';
import { openReading, securityHeaders } from './http/security.ts';
import { listingRoutes } from './listing/routes.ts';
import { operationRoutes } from './operations/routes.ts';
import { operatorRoutes } from './operator/routes.ts';
import { mergerRoutes } from './operator/routes-mergers.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { handoverRoutes } from './organisations/routes-handover.ts';
import { invitationRoutes } from './organisations/routes-invitations.ts';
import { keyRoutes } from './organisations/routes-keys.ts';
import type { Assets } from './pages/assets.ts';
import { claimLetter } from './pages/claim-letters.ts';
import { correctionLetters } from './pages/correction-letters.ts';
import { enquiryWords } from './pages/enquiry-letters.ts';
import { emailLetter, signInLetter } from './pages/letters.ts';
import { readLocale } from './pages/locale.ts';
import { operatorLetters } from './pages/operator-letters.ts';
import { organisationLetter } from './pages/organisation-letters.ts';
import { problemPage } from './pages/problem-page.ts';
import { pageRoutes } from './pages/routes.ts';
import { signInFirst } from './pages/sign-in-first.ts';
import { peopleRoutes } from './people/routes.ts';
import { ownRoutes } from './people/routes-own.ts';
import { identifyWith } from './people/visitor.ts';
import { photoRoutes } from './photos/routes.ts';
import { openPhotoStore } from './photos/store.ts';
import { planRoutes } from './plan/routes.ts';
import { planAreaRoutes } from './plan/routes-areas.ts';
import { searchRoutes } from './search/routes.ts';
import { termsRoutes } from './terms/routes.ts';
import { venueRoutes } from './venues/routes.ts';
import { venueHistoryRoutes } from './venues/routes-history.ts';

export interface AppDependencies {
  db: Knex;
  config: Config;
  log: Logger;
  assets: Assets;
  /** Folder of the built browser files. */
  publicDir: string;
}

export const VERSION = '0.1.0';

export interface App {
  express: Express;
  /** Every endpoint that is mounted, for documents and tests. */
  routes: Route[];
  /** Ends what is being streamed, so that the service can stop. */
  endStreams(): void;
}

export function createApp({ db, config, log, assets, publicDir }: AppDependencies): App {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // versions make ours
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', false); // routes read their own

  const metrics = createMetrics(db);
  const page = problemPage(config, assets);
  const photos = openPhotoStore(config);
  const stopping = new AbortController();
  const api = [
    ...listingRoutes,
    ...venueRoutes,
    ...venueHistoryRoutes,
    ...factRoutes,
    ...correctionRoutes(correctionLetters),
    ...searchRoutes,
    ...fitRoutes,
    ...areaRoutes,
    ...backdropRoutes,
    ...demandRoutes,
    ...photoRoutes(photos),
    ...termsRoutes,
    ...checkRoutes,
    ...claimRoutes(claimLetter),
    ...operatorRoutes(operatorLetters),
    ...mergerRoutes(operatorLetters),
    ...organisationRoutes,
    ...keyRoutes,
    ...invitationRoutes(organisationLetter),
    ...handoverRoutes(organisationLetter),
    ...peopleRoutes(signInLetter),
    ...ownRoutes(emailLetter),
    ...planRoutes(VERSION),
    ...planAreaRoutes,
    ...enquiryRoutes(enquiryWords),
    ...operationRoutes(metrics.registry),
  ];
  const document = openApiDocument(api, { version: VERSION, url: config.publicUrl });
  const routes = [...api, ...pageRoutes(assets, document, photos)];

  app.use(
    requestLog(log),
    metrics.measure,
    timeLimit(config.requestTimeout, page),
    securityHeaders(config, assets.style),
  );
  app.use(readLocale);
  app.use(builtFiles(publicDir));
  app.use(compression({ threshold: 2048 }));
  app.use('/api', openReading);
  const limiter = createLimiter(db);
  const identify = identifyWith(db, config);
  mount(app, routes, { db, config, identify, limiter, stopping: stopping.signal });
  app.use(noSuchPage);
  app.use(signInFirst(db, limiter), errorHandler(log, page));
  return { express: app, routes, endStreams: () => stopping.abort() };
}
