/** /venues/{slug}/suggest: anybody says what is wrong with a page, and what is right. Without script, without an account. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import { checkCorrection } from '../corrections/check.ts';
import { correctionLimits } from '../corrections/limits.ts';
import { suggestCorrection } from '../corrections/repository.ts';
import { NewCorrection } from '../corrections/schema.ts';
import { networkOf } from '../http/rate.ts';
import { type Context, everyone, type Route, route, seeOther } from '../http/route.ts';
import { bodyValidator } from '../http/validate.ts';
import { invalidInput, notFound } from '../problem.ts';
import { getVenue } from '../venues/read.ts';
import { latestDay } from '../venues/repository.ts';
import { idOfSlug } from '../venues/slug.ts';
import { formAgain, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { OfVenue } from './photo-form.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';
import { choicesOf, readSubject, subjectView } from './suggest-subjects.ts';

const Form = Type.Object({}, { additionalProperties: true });
const Word = Type.Optional(Type.String({ maxLength: 80 }));
const Query = Type.Object({ about: Word, done: Word }, { additionalProperties: true });
const faultsOf = bodyValidator(NewCorrection);

type Here = Pick<Context<typeof OfVenue, undefined, undefined>, 'db' | 'config' | 'request' | 'params'>;
type Typed = ReturnType<typeof typedIn>;

/** The form as the API would be sent it; what was left empty is not sent. */
function sentOf(typed: Typed, venue: Parameters<typeof readSubject>[0]): NewCorrection | undefined {
  const subject = readSubject(venue, textOf(typed, 'about'));
  if (!subject) return undefined;
  const value = textOf(typed, 'value');
  const filled = ['words', 'seenOn', 'name', 'email'].flatMap((name): [string, string][] => {
    const text = textOf(typed, name);
    return text === '' ? [] : [[name, text]];
  });
  return {
    ...subject,
    ...(value !== '' && {
      value: /^\d{1,7}$/.test(value) && subject.about !== 'name' ? Number(value) : value,
    }),
    ...Object.fromEntries(filled),
    method: textOf(typed, 'method') as NewCorrection['method'],
  };
}

const errorKeys = {
  value: 'correction.error_value',
  words: 'correction.error_words',
  method: 'correction.error_method',
  seenOn: 'correction.error_day',
  name: 'correction.error_name',
  email: 'correction.error_email',
} as const;

export function suggestPages(assets: Assets): Route[] {
  const venueOf = ({ db, config, params }: Here) => {
    const id = idOfSlug(params.slug);
    if (id === undefined) throw notFound('venue');
    return getVenue(db, id, { publicUrl: config.publicUrl });
  };
  const show = async (
    context: Here,
    shown: { about?: string; form?: FormState; isDone?: boolean; status?: number },
  ) => {
    const { config, request } = context;
    const language = languageOf(localeOf(request));
    const { t } = language;
    const venue = await venueOf(context);
    const { id, slug, name } = venue;
    const subject = shown.about ? subjectView(language, venue, shown.about) : undefined;
    const page = renderPage(
      {
        page: 'suggest',
        venue: { id, slug, name },
        choices: subject ? [] : choicesOf(language, venue),
        ...(subject && { subject }),
        form: shown.form ?? emptyForm,
        isDone: shown.isDone === true,
        settings: settingsOf(config, request),
      },
      assets,
      {
        title: t('correction.pageTitle', { venue: name, name: t('common.name') }),
        description: t('correction.how'),
        path: `/venues/${slug}-${id}/suggest`,
        isPrivate: true,
      },
    );
    return html(page, { status: shown.status ?? 200, headers: { 'Cache-Control': 'no-store' } });
  };
  const common = {
    path: '/venues/:slug/suggest',
    undocumented: true,
    params: OfVenue,
    access: everyone,
    answers: { 200: { description: 'A page' } },
  };
  return [
    route({
      ...common,
      method: 'get',
      summary: 'Suggest a correction',
      query: Query,
      handler: (context) => {
        const { about, done } = context.query;
        const { t } = languageOf(localeOf(context.request));
        const faults = [{ field: 'about', sentence: t('correction.error_about') }];
        const form = { ...emptyForm, ...(about === '' && { faults }) };
        return show(context, { isDone: done === 'yes', form, ...(about && { about }) });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Send a suggestion',
      form: true,
      body: Form,
      limits: correctionLimits,
      handler: async (context) => {
        const { db, config, request, params, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const done = () => seeOther(pathInLocale(request, `/venues/${params.slug}/suggest?done=yes`));
        // Only a program fills in what nobody sees; it is thanked, and nothing is kept.
        if (textOf(typed, 'website') !== '') return done();
        const venue = await venueOf(context);
        const sent = sentOf(typed, venue);
        if (!sent) {
          const faults = [{ field: 'about', sentence: t('correction.error_about') }];
          return show(context, { form: { values: typed, faults }, status: 400 });
        }
        try {
          const faults = faultsOf(sent);
          // Everything that is wrong is said at once.
          if (faults.length > 0)
            throw invalidInput([...faults, ...checkCorrection(venue, sent, latestDay())]);
          const from = { ...(request.ip && { network: networkOf(request.ip) }), locale: localeOf(request) };
          await suggestCorrection(db, venue.id, sent, { ...from, publicUrl: config.publicUrl });
          return done();
        } catch (error) {
          const inWords = ({ pointer = '' }) => {
            const field = pointer.split('/').at(-1) ?? '';
            if (!Object.hasOwn(errorKeys, field)) return t('correction.error_many');
            return t(errorKeys[field as keyof typeof errorKeys]);
          };
          const form = formAgain(typed, error, undefined, inWords);
          // Two rules that one field breaks are one sentence to a person; and they read them as the fields stand.
          const order = Object.keys(errorKeys);
          const placeOf = ({ field = '' }: FormFault) => order.indexOf(field);
          const faults = form.faults
            .filter(
              ({ sentence }, index) => form.faults.findIndex((each) => each.sentence === sentence) === index,
            )
            .sort((one, other) => placeOf(one) - placeOf(other));
          const about = textOf(typed, 'about');
          return show(context, { about, form: { ...form, faults }, status: 400 });
        }
      },
    }),
  ];
}
