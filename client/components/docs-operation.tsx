/** One thing that can be asked of the API: what to send, what comes back, and a line to paste into a terminal. */
import { Fragment } from 'preact';
import { inEnglish, useLanguage } from '../language/context.tsx';
import { exampleBody, exampleUrl } from '../logic/api-examples.ts';
import { curl, refName } from '../logic/schema-text.ts';
import type { NamedOperation, OpenApiBody, OpenApiDocument, OpenApiParameter } from '../pages/docs-model.ts';
import { Meaning, Prose, SchemaFields, TypeText } from './docs-schema.tsx';

interface Props extends NamedOperation {
  root: string;
  document: OpenApiDocument;
}

function Parameter({ parameter }: { parameter: OpenApiParameter }) {
  const { t } = useLanguage();
  const { name, schema, description = schema?.description } = parameter;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>{' '}
        <span class="mh-quiet">
          {parameter.in === 'path' ? t('docs.inPath') : parameter.in === 'header' ? t('docs.inHeader') : ''}
        </span>
      </th>
      <td>
        <TypeText schema={schema} />
      </td>
      <td>
        <Meaning text={description} schema={schema} />
      </td>
    </tr>
  );
}

function Parameters({ parameters, title }: { parameters: OpenApiParameter[]; title: string }) {
  const { t } = useLanguage();
  if (parameters.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{t('docs.parameters')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section class="mh-table-frame" aria-label={t('docs.parametersOf', { title })} tabIndex={0}>
        <table class="govuk-table mh-docs__table">
          <thead>
            <tr>
              <th scope="col">{t('docs.name')}</th>
              <th scope="col">{t('docs.type')}</th>
              <th scope="col">{t('docs.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map((each) => (
              <Parameter key={`${each.in}-${each.name}`} parameter={each} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface AnswersProps {
  responses: Record<string, OpenApiBody>;
  document: OpenApiDocument;
}

function Answers({ responses, document }: AnswersProps) {
  const language = useLanguage();
  return (
    <>
      <h3 class="govuk-heading-s">{language.t('docs.answers')}</h3>
      <dl class="mh-docs__answers">
        {Object.entries(responses).map(([status, given]) => {
          const answer = given.$ref
            ? (document.components?.responses?.[refName(given.$ref)] ?? given)
            : given;
          return (
            <div key={status}>
              <dt>{status}</dt>
              <dd>
                <span {...inEnglish(language)}>{answer.description}</span>
                {Object.entries(answer.content ?? {}).map(([type, content]) => (
                  <span key={type} class="mh-docs__content">
                    <code>{type}</code> <TypeText schema={content.schema} />
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** A line may end after each part of a path, and nowhere else. */
export const Path = ({ path }: { path: string }) => (
  <>
    {path.split(/(?<=\/)(?=.)/).map((part, index) => (
      <Fragment key={index}>
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </>
);

export function Operation({ id, method, path, operation, root, document }: Props) {
  const language = useLanguage();
  const { t } = language;
  const parameters = (operation.parameters ?? []).map((each) =>
    each.$ref ? (document.components?.parameters?.[refName(each.$ref)] ?? each) : each,
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0];
  const example = body?.example ?? (body?.schema && exampleBody(body.schema, document));
  const title = `${method.toUpperCase()} ${path}`;
  return (
    <section class="mh-docs__operation" aria-labelledby={id}>
      <h2 id={id} class="mh-docs__title" dir="ltr">
        <code class="mh-docs__method">{method.toUpperCase()}</code>{' '}
        <code>
          <Path path={path} />
        </code>
      </h2>
      {operation.summary && (
        <p class="govuk-body mh-docs__summary" {...inEnglish(language)}>
          {operation.summary}
        </p>
      )}
      {operation.description && <Prose text={operation.description} />}
      {operation.security && operation.security.length > 0 && <p class="govuk-body">{t('docs.needsKey')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways */}
      <section class="mh-code" dir="ltr" tabIndex={0} aria-label={t('docs.exampleOf', { title })}>
        <pre>
          <code>{curl(method, exampleUrl(root, path, parameters), example)}</code>
        </pre>
      </section>
      <Parameters parameters={parameters} title={title} />
      {body?.schema && (
        <>
          <h3 class="govuk-heading-s">{t('docs.send')}</h3>
          <SchemaFields schema={body.schema} label={t('docs.sendTo', { title })} />
        </>
      )}
      {operation.responses && <Answers responses={operation.responses} document={document} />}
    </section>
  );
}
