/**
 * Who is coming, as the access facts that they cannot do without. A profile is short, and all of its facts must be
 * known to hold: it stands for needs that rule a place out, not for everything that would be good to have. It is a
 * place to start from; what one person needs is asked fact by fact beside it.
 */

export interface ProfileEntry {
  key: string;
  label: string;
  /** Access facts; all of them. */
  needs: readonly string[];
  /** What people type; nothing that may mean something else, such as “blinds”. */
  words: readonly string[];
  /** Where the choice of facts comes from. */
  source: { name: string; url: string };
}

const approvedDocumentM = {
  name: 'Approved Document M, volume 2: access to and use of buildings (England)',
  url: 'https://www.gov.uk/government/publications/access-to-and-use-of-buildings-approved-document-m',
};

export const profiles = [
  {
    key: 'wheelchair',
    label: 'Wheelchair users',
    needs: ['step_free_entrance', 'step_free_route', 'accessible_toilet'],
    words: [
      'wheelchair user',
      'wheelchair users',
      'wheelchairs',
      'people in wheelchairs',
      'somebody in a wheelchair',
      'someone in a wheelchair',
    ],
    source: approvedDocumentM,
  },
  {
    key: 'hard_of_hearing',
    label: 'Hard of hearing',
    // A loop for hearing aids, and light to read lips by.
    needs: ['hearing_loop', 'good_lighting'],
    words: ['hard of hearing', 'hearing impaired', 'hearing loss', 'hearing aid users', 'lip readers'],
    source: {
      name: 'BID Services: accessibility in buildings and at events',
      url: 'https://www.bid.org.uk/resources/accessibility-in-buildings-and-at-events',
    },
  },
  {
    key: 'blind',
    label: 'Blind or low vision',
    needs: ['assistance_dogs', 'high_contrast_edges'],
    words: [
      'blind people',
      'blind person',
      'blind or partially sighted',
      'partially sighted',
      'visually impaired',
      'visual impairment',
      'low vision',
      'sight loss',
    ],
    source: {
      name: 'Guide Dogs, for the General Optical Council: creating an accessible environment',
      url: 'https://standards.optical.org/building-an-accessible-environment-for-your-business/',
    },
  },
  {
    key: 'autistic_quiet',
    label: 'Autistic, or needing quiet',
    needs: ['quiet_space'],
    words: ['autistic people', 'autistic adults', 'autistic children', 'neurodivergent people'],
    source: {
      name: 'PAS 6463:2022 Design for the mind: neurodiversity and the built environment',
      url: 'https://www.bsigroup.com/en-SE/standards/pas-6463',
    },
  },
  {
    key: 'buggy',
    label: 'With a buggy or pram',
    needs: ['step_free_entrance', 'step_free_route', 'baby_change'],
    words: ['buggy', 'buggies', 'pushchair', 'pushchairs', 'pram', 'prams', 'double buggy'],
    source: approvedDocumentM,
  },
] as const satisfies readonly ProfileEntry[];

export type ProfileKey = (typeof profiles)[number]['key'];
