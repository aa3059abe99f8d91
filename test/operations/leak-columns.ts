/**
 * Every column of the database, by who may know what is in it. A new column fails `leaks.test.ts` until somebody has
 * decided; and one that is `secret` fails it until something unmistakable is planted there, to be looked for everywhere.
 */

/**
 * - `secret`: in some rows at least, for members, operators or nobody: text that no stranger may read.
 * - `digest`: of a secret that was handed out once.
 * - `place`: where something is, which may be less than exact for the public.
 * - `open`: anybody may read it, in every row.
 * - `inner`: numbers, times and names of our own, which tell nothing by themselves.
 */
export type Secrecy = 'secret' | 'digest' | 'place' | 'open' | 'inner';

const tables: Record<string, Partial<Record<Secrecy, string>>> = {
  api_key: {
    secret: 'name prefix',
    digest: 'key_hash',
    inner: 'id organisation_id scopes created_by created_at expires_at last_used_on',
  },
  area: { open: 'id name kind parent source_id bounds outline' },
  area_ring: { open: 'area_id hole ring' },
  area_slug: { open: 'slug area_id current' },
  audit_entry: {
    secret: 'detail',
    inner: 'id at actor_kind person_id organisation_id venue_id action copy_of',
  },
  capacity: { secret: 'condition', inner: 'space_id layout comfortable legal_maximum' },
  change: {
    secret: 'actor edits',
    inner: 'id venue_id version at actor_kind action was_published was_exact undoes',
  },
  change_credit: { open: 'name', inner: 'change_id kind' },
  change_author: { inner: 'change_id person_id' },
  claim: {
    open: 'declaration evidence state',
    inner: 'id venue_id organisation_id person_id made_at contestable_until ended_at',
  },
  contact: { secret: 'value name', inner: 'venue_id position kind public' },
  contest: { open: 'reason state', inner: 'id claim_id organisation_id person_id made_at ended_at' },
  contest_word: { open: 'words side', inner: 'id contest_id said_at' },
  correction: {
    secret: 'value words named email',
    digest: 'sender',
    inner: 'id venue_id about space_id key method seen_on locale made_at state answered_at',
  },
  correction_day: { digest: 'secret', inner: 'day' },
  demand_area: {
    secret: 'area_id name',
    inner: 'layer_id version position lon lat numbers outline',
  },
  demand_file: { secret: 'name', inner: 'id layer_id sha256 added_at' },
  demand_file_part: { inner: 'file_id position bytes' },
  demand_layer: {
    secret: 'name unit source licence attribution',
    inner: 'id organisation_id public edit added_at',
  },
  demand_version: {
    secret: 'mapping file columns',
    inner: 'layer_id version at sha256 areas rejected totals sealed',
  },
  email_change: { secret: 'email', digest: 'token_hash', inner: 'person_id asked_at expires_at' },
  enquiry: {
    secret: 'service words note answer_words',
    inner:
      'id plan_id venue_id organisation_id holder_id state version sessions person_id made_at sent_at terms_version answer answered_at answered_by withdrawn_at',
  },
  fact: {
    secret: 'note observed_by',
    inner: 'venue_id space_id key value_kind answer number method observed_on stated_by source_id',
  },
  fact_entry: { open: 'key fact_group bit value_kind scope' },
  handover: { inner: 'id venue_id from_id to_id offered_by offered_at expires_at' },
  hiding: { open: 'reason reply', inner: 'id venue_id hidden_at replied_at restored_at' },
  identifier: { secret: 'value', inner: 'venue_id scheme' },
  import_run: {
    secret: 'file settings report',
    inner: 'id source_id scope command sha256 started_at finished_at last_row',
  },
  joined_space: { inner: 'venue_id whole_id part_id' },
  kept_form: { secret: 'path typed', digest: 'name_hash', inner: 'kept_at' },
  kind: { open: 'key number' },
  layout: { open: 'key' },
  letter: { secret: 'recipient subject body headers fault', inner: 'id created_at next_try_at tries' },
  map_line: { open: 'id source_id scope record_id kind bounds size geometry run_id' },
  member: { inner: 'organisation_id person_id role since' },
  member_invitation: {
    secret: 'email',
    digest: 'token_hash',
    inner: 'id organisation_id role invited_by created_at expires_at',
  },
  merger: {
    open: 'reason from_words into_words from_answer into_answer state',
    inner: 'id from_id into_id from_group into_group proposed_at answerable_until ended_at',
  },
  opening_exception: { secret: 'note', inner: 'venue_id space_id from_on until_on opens closes' },
  opening_period: { inner: 'venue_id space_id weekday opens closes' },
  organisation: {
    open: 'slug name kind about website',
    inner: 'id created_at version updated_at dissolved_at',
  },
  person: {
    secret: 'email name',
    inner: 'id operator created_at locale reminders unreachable_since corrections_told_at',
  },
  photo: {
    secret: 'id alt caption',
    inner: 'venue_id position space_id fact_key width height added_at',
  },
  photo_album: { inner: 'venue_id version' },
  photo_leftover: { secret: 'id', inner: 'due_at' },
  place: { open: 'id name folded area kind lon lat source_id' },
  plan: {
    secret: 'name asked candidates progress answer fault',
    inner:
      'id organisation_id layer_id layer_version status made_at started_at ended_at claim heartbeat_at tries',
  },
  plan_reach: { inner: 'plan_id weights sites travels befores' },
  rate_limit: { secret: 'key', inner: 'points expire' },
  reminder: { inner: 'venue_id sent_on' },
  reminder_fact: { secret: 'mark', inner: 'letter_id venue_id space_id key observed_on' },
  reminder_letter: {
    digest: 'confirm_hash stop_hash',
    inner: 'id person_id sent_on expires_on used_at',
  },
  report: { secret: 'words', inner: 'id venue_id kind made_at closed_at' },
  rollup: { inner: 'level x y core capacity_bucket venues sum_x sum_y' },
  rollup_change: { inner: 'id pt core capacity_bucket venues' },
  search_word: { secret: 'word' },
  search_word_change: { inner: 'id words' },
  sent_once: { secret: 'answer', digest: 'name_hash body_hash', inner: 'sent_at' },
  session: { digest: 'token_hash', inner: 'person_id created_at last_seen_at expires_at device' },
  sign_in: {
    secret: 'email next',
    digest: 'token_hash code_hash',
    inner: 'id created_at expires_at used_at attempts locale',
  },
  source: { open: 'id name licence attribution url' },
  source_record: {
    secret: 'record_id digest',
    inner: 'source_id venue_id first_seen last_seen last_run vanished_on',
  },
  source_sighting: { secret: 'record_id', inner: 'source_id scope run_id' },
  space: {
    secret: 'name description hours_note hours_osm',
    inner: 'id venue_id position setting floor floor_area timezone',
  },
  space_search: {
    inner:
      'venue_id space_id pt kind access_yes access_no amenity_yes amenity_no capacity_max venue_capacity theatre classroom boardroom u_shape cabaret banquet standing dancing seats_a seats_b seats_c open open_whole updated_at',
  },
  suggestion: { secret: 'value path', inner: 'id venue_id source_id suggested_at declined_at' },
  terms_author: { inner: 'venue_id version person_id' },
  terms_version: { secret: 'terms actor', inner: 'venue_id version at' },
  venue: {
    secret: 'slug name names description address hours_note hours_osm',
    place: 'lon lat',
    inner:
      'id kind organisation_id status precision timezone tenure_holder tenure_interest tenure_expires_on services_consent services_sessions stated version created_at updated_at hidden_at merged_into',
  },
  venue_search: {
    inner:
      'venue_id pt kind access_yes access_no amenity_yes amenity_no layouts capacity_max updated_at words card core capacity_bucket',
  },
};

/** `table.column` → who may know. */
export const columns = new Map<string, Secrecy>(
  Object.entries(tables).flatMap(([table, groups]) =>
    Object.entries(groups).flatMap(([secrecy, names]) =>
      names.split(' ').map((name): [string, Secrecy] => [`${table}.${name}`, secrecy as Secrecy]),
    ),
  ),
);
