/** A shape of the API as a table of its fields. */
import { allowedValues, limitsText, pointsTo, typeText } from '../logic/schema-text.ts';
import type { OpenApiSchema } from '../pages/docs-model.ts';

/** Text in which `backticks` set off what is typed as it stands. */
function Marked({ text }: { text: string }) {
  return (
    <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
  );
}

export const Prose = ({ text }: { text: string }) => (
  <p class="govuk-body mh-prose">
    <Marked text={text} />
  </p>
);

export function Meaning({ text = '', schema }: { text?: string; schema: OpenApiSchema | undefined }) {
  const limits = limitsText(schema);
  return (
    <>
      <Marked text={text} />
      {limits && <span class="mh-quiet mh-docs__limits">{limits}</span>}
    </>
  );
}

export function TypeText({ schema }: { schema: OpenApiSchema | undefined }) {
  const name = pointsTo(schema);
  const values = allowedValues(schema);
  return (
    <>
      {name ? <a href={`#shape-${name}`}>{typeText(schema)}</a> : typeText(schema)}
      {values.length > 0 && values.length <= 8 && (
        <span class="mh-docs__values">
          {values.map((value) => (
            <code key={value}>{value}</code>
          ))}
        </span>
      )}
      {values.length > 8 && (
        <details>
          <summary>{values.length} values</summary>
          <span class="mh-docs__values">
            {values.map((value) => (
              <code key={value}>{value}</code>
            ))}
          </span>
        </details>
      )}
    </>
  );
}

export function SchemaFields({ schema, label }: { schema: OpenApiSchema; label: string }) {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) {
    return (
      <p class="govuk-body">
        <TypeText schema={schema} /> {limitsText(schema)}
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section class="mh-table-frame" aria-label={label} tabIndex={0}>
      <table class="govuk-table mh-docs__table">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([name, field]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {schema.required?.includes(name) ? '' : <span class="mh-quiet"> optional</span>}
              </th>
              <td>
                <TypeText schema={field} />
              </td>
              <td>
                <Meaning text={field.description} schema={field} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function SchemaTable({ name, schema }: { name: string; schema: OpenApiSchema }) {
  return (
    <article class="mh-docs__shape" aria-labelledby={`shape-${name}`}>
      <h3 id={`shape-${name}`} class="govuk-heading-m">
        {name}
      </h3>
      {schema.description && <Prose text={schema.description} />}
      <SchemaFields schema={schema} label={`Fields of ${name}`} />
    </article>
  );
}
