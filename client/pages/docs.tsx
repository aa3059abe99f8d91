/** The API for people: every path, parameter, answer and shape, from the same document that machines read. */

import { Operation } from '../components/docs-operation.tsx';
import { Prose, SchemaTable } from '../components/docs-schema.tsx';
import { Layout } from '../components/layout.tsx';
import { words } from '../words.ts';
import type { DocsPageData } from './data.ts';
import { type OpenApiDocument, operationsOf } from './docs-model.ts';

export function DocsPage({ data }: { data: DocsPageData }) {
  const document = data.document as unknown as OpenApiDocument;
  const base = (document.servers?.[0]?.url ?? data.settings.publicUrl).replace(/\/$/, '');
  const root = base.startsWith('http') ? base : `${data.settings.publicUrl.replace(/\/$/, '')}${base}`;
  const operations = operationsOf(document);
  const schemas = Object.entries(document.components?.schemas ?? {});
  return (
    <Layout settings={data.settings} current="/api/docs">
      <h1 class="govuk-heading-l">{words.apiTitle}</h1>
      <div class="mh-prose">
        {document.info.description?.split(/\n{2,}/).map((text) => (
          <Prose key={text} text={text} />
        ))}
        <p class="govuk-body">
          Version {document.info.version}. The same as a document for machines:{' '}
          <a class="govuk-link" href="/api/openapi.json">
            OpenAPI {document.openapi}
          </a>
          .
        </p>
      </div>
      <nav class="mh-docs__index" aria-label="On this page">
        <h2 class="govuk-heading-m">What you can ask</h2>
        <ul class="govuk-list">
          {operations.map(({ id, method, path, operation }) => (
            <li key={id}>
              <a class="govuk-link" href={`#${id}`}>
                <code>
                  {method.toUpperCase()} {path}
                </code>
              </a>{' '}
              {operation.summary}
            </li>
          ))}
        </ul>
        {schemas.length > 0 && (
          <p class="govuk-body">
            Shapes:{' '}
            {schemas.map(([name], index) => (
              <span key={name}>
                {index > 0 && ', '}
                <a class="govuk-link" href={`#shape-${name}`}>
                  {name}
                </a>
              </span>
            ))}
          </p>
        )}
      </nav>
      {operations.map((each) => (
        <Operation key={each.id} root={root} document={document} {...each} />
      ))}
      {schemas.length > 0 && (
        <section aria-labelledby="shapes">
          <h2 id="shapes" class="govuk-heading-l">
            Shapes
          </h2>
          {schemas.map(([name, schema]) => (
            <SchemaTable key={name} name={name} schema={schema} />
          ))}
        </section>
      )}
    </Layout>
  );
}
