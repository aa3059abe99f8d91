/** What Moothall is, what it promises, and whose data it stands on. */
import { Layout } from '../components/layout.tsx';
import { words } from '../words.ts';
import type { AboutPageData } from './data.ts';

const promises = [
  [
    'The community holds the pen.',
    'A group adds, changes and takes away its own listing at once. Nobody else has to approve it. Every change is kept and can be undone.',
  ],
  ['Agencies are guests.', 'They see the house terms before they ask, and they ask within them.'],
  [
    'Facts, not grades.',
    'How many people a room holds and how you get in are facts: who saw it, how, and when. Not known is never shown as “no”, and never passes for “yes”.',
  ],
  [
    'Find it in one look.',
    'Anyone can find a room that fits and see why it fits: with a phone, a keyboard or a screen reader, and without an account.',
  ],
  [
    'Open, and safe.',
    'You can take the whole public register away in open formats. Private contacts and sensitive places are not in it.',
  ],
] as const;

export function AboutPage({ data }: { data: AboutPageData }) {
  return (
    <Layout settings={data.settings} current="/about">
      <div class="mh-prose">
        <h1 class="govuk-heading-l">About {words.name}</h1>
        <p class="govuk-body-l">
          A moot hall is where a community met to decide its own affairs. Moothall is a register of the rooms
          that communities hold today.
        </p>
        <p class="govuk-body">
          Churches, mosques, temples, village halls, scout huts and community centres are listed by the groups
          that hold them, on their own terms. Public services can find a room, ask properly and come as
          guests.
        </p>
        <h2 class="govuk-heading-m">What we promise</h2>
        <ol class="mh-promises">
          {promises.map(([title, text]) => (
            <li key={title}>
              <strong>{title}</strong> {text}
            </li>
          ))}
        </ol>
        <h2 class="govuk-heading-m" id="sources">
          Where the data comes from
        </h2>
        {data.sources.length === 0 ? (
          <p class="govuk-body">Everything here was written in the register itself.</p>
        ) : (
          <ul class="govuk-list mh-source-list">
            {data.sources.map((source) => (
              <li key={source.name}>
                {source.url && /^https?:/.test(source.url) ? (
                  <a class="govuk-link" href={source.url}>
                    {source.name}
                  </a>
                ) : (
                  <strong>{source.name}</strong>
                )}
                <span>{source.attribution}</span>
                <span class="mh-quiet">Licence: {source.licence}</span>
              </li>
            ))}
          </ul>
        )}
        <h2 class="govuk-heading-m">The map pictures</h2>
        <p class="govuk-body">
          The pictures behind the map come from another server, which sees your internet address when they
          load. Nothing else on these pages comes from anywhere else. With the pictures of OpenStreetMap, its{' '}
          <a class="govuk-link" href="https://operations.osmfoundation.org/policies/tiles/">
            tile usage policy
          </a>{' '}
          applies: a busy site must use its own tile server.
        </p>
        <h2 class="govuk-heading-m">Use the data</h2>
        <p class="govuk-body">
          The same data is open to your own tools through{' '}
          <a class="govuk-link" href="/api/docs">
            the API
          </a>
          .
        </p>
      </div>
    </Layout>
  );
}
