/** A shape of the API as a table of its fields. What the API says of itself is English on every page. */
import { inEnglish, useLanguage } from '../language/context.tsx';
import { allowedValues, limitsText, pointsTo, typeText } from '../logic/schema-text.ts';
import type { OpenApiSchema } from '../pages/docs-model.ts';

/** Text in which `backticks` set off what is typed as it stands. */
function Marked({ text }: { text: string }) {
  return (
    <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
  );
}

export const Prose = ({ text }: { text: string }) => (
  <p class="govuk-body mh-prose" {...inEnglish(useLanguage())}>
    <Marked text={text} />
  </p>
);

export function Meaning({ text = '', schema }: { text?: string; schema: OpenApiSchema | undefined }) {
  const language = useLanguage();
  const limits = limitsText(language, schema);
  return (
    <>
      <span {...inEnglish(language)}>
        <Marked text={text} />
      </span>
      {limits && <span class="mh-quiet mh-docs__limits">{limits}</span>}
    </>
  );
}

const Values = ({ values }: { values: string[] }) => (
  <span class="mh-docs__values">
    {values.map((value) => (
      <code key={value}>{value}</code>
    ))}
  </span>
);

export function TypeText({ schema }: { schema: OpenApiSchema | undefined }) {
  const language = useLanguage();
  const name = pointsTo(schema);
  const values = allowedValues(schema);
  const text = typeText(language, schema);
  return (
    <>
      {name ? <a href={`#shape-${name}`}>{text}</a> : text}
      {values.length > 0 && values.length <= 8 && <Values values={values} />}
      {values.length > 8 && (
        <details>
          <summary>{language.t('docs.values', { count: values.length })}</summary>
          <Values values={values} />
        </details>
      )}
    </>
  );
}

export function SchemaFields({ schema, label }: { schema: OpenApiSchema; label: string }) {
  const language = useLanguage();
  const { t } = language;
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) {
    return (
      <p class="govuk-body">
        <TypeText schema={schema} /> {limitsText(language, schema)}
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section class="mh-table-frame" aria-label={label} tabIndex={0}>
      <table class="govuk-table mh-docs__table">
        <thead>
          <tr>
            <th scope="col">{t('docs.field')}</th>
            <th scope="col">{t('docs.type')}</th>
            <th scope="col">{t('docs.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([name, field]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {schema.required?.includes(name) ? (
                  ''
                ) : (
                  <>
                    {' '}
                    <span class="mh-quiet">{t('docs.optional')}</span>
                  </>
                )}
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
  const { t } = useLanguage();
  return (
    <article class="mh-docs__shape" aria-labelledby={`shape-${name}`}>
      <h3 id={`shape-${name}`} class="govuk-heading-m">
        <bdi>{name}</bdi>
      </h3>
      {schema.description && <Prose text={schema.description} />}
      <SchemaFields schema={schema} label={t('docs.fieldsOf', { name })} />
    </article>
  );
}
