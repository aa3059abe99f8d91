/** The API for people: every path, parameter, answer and shape, from the same document that machines read. */
import { Operation, Path } from '../components/docs-operation.tsx';
import { Prose, SchemaTable } from '../components/docs-schema.tsx';
import { Layout } from '../components/layout.tsx';
import { inEnglish, Rich, useLanguage } from '../language/context.tsx';
import type { DocsPageData } from './data.ts';
import { groupOf, type NamedOperation, type OpenApiDocument, operationsOf } from './docs-model.ts';

function ShapeLinks({ names }: { names: string[] }) {
  const { t } = useLanguage();
  return (
    <>
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && t('common.comma')}
          <a class="govuk-link" href={`#shape-${name}`}>
            {name}
          </a>
        </span>
      ))}
    </>
  );
}

function Index({ operations, shapes }: { operations: NamedOperation[]; shapes: string[] }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <nav class="mh-docs__index" aria-label={t('docs.onThisPage')}>
      <h2 class="govuk-heading-m">{t('docs.operations')}</h2>
      {[...new Set(operations.map(({ path }) => groupOf(path)))].map((group) => (
        <div key={group}>
          <h3 class="govuk-heading-s">
            <Path path={group} />
          </h3>
          <ul class="govuk-list">
            {operations
              .filter(({ path }) => groupOf(path) === group)
              .map(({ id, method, path, operation }) => (
                <li key={id}>
                  <a class="govuk-link" href={`#${id}`}>
                    <code>
                      {method.toUpperCase()} <Path path={path} />
                    </code>
                  </a>{' '}
                  <span {...inEnglish(language)}>{operation.summary}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {shapes.length > 0 && (
        <p class="govuk-body">
          <Rich text={t('docs.shapeList')} tags={{ list: () => <ShapeLinks names={shapes} /> }} />
        </p>
      )}
    </nav>
  );
}

export function DocsPage({ data }: { data: DocsPageData }) {
  const { t } = useLanguage();
  const document = data.document as unknown as OpenApiDocument;
  const { version, description } = document.info;
  const base = (document.servers?.[0]?.url ?? data.settings.publicUrl).replace(/\/$/, '');
  const root = base.startsWith('http') ? base : `${data.settings.publicUrl.replace(/\/$/, '')}${base}`;
  const operations = operationsOf(document);
  const schemas = Object.entries(document.components?.schemas ?? {});
  return (
    <Layout settings={data.settings} current="/api/docs">
      <h1 class="govuk-heading-l">{t('docs.title')}</h1>
      <div class="mh-prose">
        {description?.split(/\n{2,}/).map((text) => (
          <Prose key={text} text={text} />
        ))}
        <p class="govuk-body">
          <Rich
            text={t('docs.version', { version, openapi: document.openapi })}
            tags={{
              a: (words) => (
                <a class="govuk-link" href="/api/openapi.json">
                  {words}
                </a>
              ),
            }}
          />
        </p>
      </div>
      <Index operations={operations} shapes={schemas.map(([name]) => name)} />
      {operations.map((each) => (
        <Operation key={each.id} root={root} document={document} {...each} />
      ))}
      {schemas.length > 0 && (
        <section aria-labelledby="shapes">
          <h2 id="shapes" class="govuk-heading-l">
            {t('docs.shapes')}
          </h2>
          {schemas.map(([name, schema]) => (
            <SchemaTable key={name} name={name} schema={schema} />
          ))}
        </section>
      )}
    </Layout>
  );
}
