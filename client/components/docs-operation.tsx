/** One thing that can be asked of the API: what to send, what comes back, and a line to paste into a terminal. */
import { exampleBody, exampleUrl } from '../logic/api-examples.ts';
import { curl, refName } from '../logic/schema-text.ts';
import type { NamedOperation, OpenApiBody, OpenApiDocument, OpenApiParameter } from '../pages/docs-model.ts';
import { Meaning, Prose, SchemaFields, TypeText } from './docs-schema.tsx';

interface Props extends NamedOperation {
  root: string;
  document: OpenApiDocument;
}

function Parameters({ parameters, label }: { parameters: OpenApiParameter[]; label: string }) {
  if (parameters.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Parameters</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section class="mh-table-frame" aria-label={label} tabIndex={0}>
        <table class="govuk-table mh-docs__table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Type</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map((each) => (
              <tr key={`${each.in}-${each.name}`}>
                <th scope="row">
                  <code>{each.name}</code>{' '}
                  <span class="mh-quiet">
                    {each.in === 'path' ? 'in the path' : each.in === 'header' ? 'header' : ''}
                  </span>
                </th>
                <td>
                  <TypeText schema={each.schema} />
                </td>
                <td>
                  <Meaning text={each.description ?? each.schema?.description} schema={each.schema} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Answers({
  responses,
  document,
}: {
  responses: Record<string, OpenApiBody>;
  document: OpenApiDocument;
}) {
  return (
    <>
      <h3 class="govuk-heading-s">Answers</h3>
      <dl class="mh-docs__answers">
        {Object.entries(responses).map(([status, given]) => {
          const answer = given.$ref
            ? (document.components?.responses?.[refName(given.$ref)] ?? given)
            : given;
          return (
            <div key={status}>
              <dt>{status}</dt>
              <dd>
                {answer.description}
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

export function Operation({ id, method, path, operation, root, document }: Props) {
  const parameters = (operation.parameters ?? []).map((each) =>
    each.$ref ? (document.components?.parameters?.[refName(each.$ref)] ?? each) : each,
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0];
  const example = body?.example ?? (body?.schema && exampleBody(body.schema, document));
  const title = `${method.toUpperCase()} ${path}`;
  return (
    <section class="mh-docs__operation" aria-labelledby={id}>
      <h2 id={id} class="mh-docs__title">
        <code class="mh-docs__method">{method.toUpperCase()}</code> <code>{path}</code>
      </h2>
      {operation.summary && <p class="govuk-body mh-docs__summary">{operation.summary}</p>}
      {operation.description && <Prose text={operation.description} />}
      {operation.security && operation.security.length > 0 && (
        <p class="govuk-body">Needs a key: send it as “Authorization: Bearer …”.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways */}
      <section class="mh-code" tabIndex={0} aria-label={`Example of ${title}`}>
        <pre>
          <code>{curl(method, exampleUrl(root, path, parameters), example)}</code>
        </pre>
      </section>
      <Parameters parameters={parameters} label={`Parameters of ${title}`} />
      {body?.schema && (
        <>
          <h3 class="govuk-heading-s">What to send</h3>
          <SchemaFields schema={body.schema} label={`What to send to ${title}`} />
        </>
      )}
      {operation.responses && <Answers responses={operation.responses} document={document} />}
    </section>
  );
}
